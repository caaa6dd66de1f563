import type { ObjectMoment } from '../../trace/moment';

/** A card: an object the user knows, with the parts that are drawn inside it. */
export interface Card {
  readonly object: ObjectMoment;
  /** The lock of a condition. */
  readonly lock: ObjectMoment | undefined;
  /** It, or a part drawn inside it, is different after this step. */
  readonly hasChanged: boolean;
}

/**
 * The cards of a moment in order of appearance; a part of another object has none of its own, and
 * a condition stands beside the lock it shares.
 */
export function cardsOf(objects: readonly ObjectMoment[]): readonly Card[] {
  const cards: Card[] = [];
  const placed = new Set<number>();
  const place = (object: ObjectMoment): void => {
    if (placed.has(object.object) || isPart(objects, object)) return;
    placed.add(object.object);
    const lock = object.state.kind === 'condition' ? objects[object.state.lock] : undefined;
    const isInner = lock !== undefined && isPart(objects, lock);
    cards.push({ object, lock, hasChanged: object.hasChanged || (isInner && lock.hasChanged) });
    for (const other of objects) {
      if (other.state.kind === 'condition' && other.state.lock === object.object) place(other);
    }
  };
  for (const object of objects) place(object);
  return cards;
}

/** A part whose whole is there to show it. */
function isPart(objects: readonly ObjectMoment[], { info }: ObjectMoment): boolean {
  return info.owner >= 0 && objects[info.owner] !== undefined;
}
