/** What a hand-over hands over; the order is the order of the legend. */
export const HANDOVER_KINDS = [
  'lock',
  'notify',
  'item',
  'room',
  'event',
  'barrier',
  'start',
  'join',
  'result',
  'value',
  'cancel',
] as const;
export type HandoverKind = (typeof HANDOVER_KINDS)[number];

/** Every read has a write behind it: too many arrows for who has not asked. */
export const HIDDEN_AT_FIRST: ReadonlySet<HandoverKind> = new Set(['value']);

/** One task's step made another task's step possible. */
export interface Handover {
  readonly from: number;
  readonly to: number;
  readonly kind: HandoverKind;
  /** The receiver had been waiting for it. */
  readonly isAwaited: boolean;
}

/** All hand-overs of a trace in the order they were received; a step receives at most one. */
export class Handovers {
  readonly froms: number[] = [];
  readonly tos: number[] = [];
  readonly #kinds: HandoverKind[] = [];
  readonly #awaited: boolean[] = [];
  readonly #received = new Map<number, number>();
  readonly #given = new Map<number, number[]>();

  get length(): number {
    return this.tos.length;
  }

  add(handover: Handover): void {
    const place = this.tos.length;
    this.froms.push(handover.from);
    this.tos.push(handover.to);
    this.#kinds.push(handover.kind);
    this.#awaited.push(handover.isAwaited);
    this.#received.set(handover.to, place);
    const given = this.#given.get(handover.from);
    if (given) given.push(place);
    else this.#given.set(handover.from, [place]);
  }

  at(place: number): Handover | undefined {
    const from = this.froms[place];
    const to = this.tos[place];
    const kind = this.#kinds[place];
    if (from === undefined || to === undefined || kind === undefined) return undefined;
    return { from, to, kind, isAwaited: this.#awaited[place] ?? false };
  }

  /** The hand-over that `step` received. */
  received(step: number): Handover | undefined {
    const place = this.#received.get(step);
    return place === undefined ? undefined : this.at(place);
  }

  /** The hand-overs that `step` gave. */
  given(step: number): readonly Handover[] {
    return (this.#given.get(step) ?? []).flatMap((place) => this.at(place) ?? []);
  }
}
