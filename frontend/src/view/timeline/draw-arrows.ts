import type { Handover, HandoverKind } from '../../trace/handovers';
import { firstAtLeast } from '../../trace/search';
import { markRadius } from './draw-marks';
import { laneInk } from './palette';
import type { Pen } from './pen';
import { barMiddle, type Scene, unitOfStep } from './scene';
import { unitAt, xOf } from './viewport';

/** More arrows than this in sight are a thicket: only those that were waited for are drawn. */
const ARROWS_MAX = 260;

/** Dashes tell the kinds apart without colour. */
const DASHES: Readonly<Record<HandoverKind, readonly number[]>> = {
  lock: [],
  notify: [7, 3],
  item: [],
  room: [2, 3],
  event: [7, 3],
  barrier: [7, 3],
  start: [0, 4.5],
  join: [0, 4.5],
  result: [10, 3, 2, 3],
  value: [2, 3],
  cancel: [1, 3],
};

/** Draws the hand-overs received or given in sight. */
export function drawArrows(pen: Pen, scene: Scene): void {
  const seen = handoversSeen(scene);
  const isThicket = seen.length > ARROWS_MAX;
  const drawn = isThicket ? seen.filter((handover) => handover.isAwaited) : seen;
  if (drawn.length > ARROWS_MAX) return;
  for (const handover of drawn) {
    drawArrow(pen, scene, handover, { alpha: handover.isAwaited ? 0.95 : 0.5, width: 1.5 });
  }
}

function handoversSeen(scene: Scene): Handover[] {
  const { handovers } = scene.log.index;
  const [first, last] = stepsInSight(scene);
  const seen: Handover[] = [];
  const from = firstAtLeast(handovers.tos, first);
  const to = Math.min(firstAtLeast(handovers.tos, last + 1), from + ARROWS_MAX * 12);
  for (let place = from; place < to; place++) {
    const handover = handovers.at(place);
    if (handover && isShown(scene, handover)) seen.push(handover);
  }
  if (last - first > 4000) return seen;
  for (let step = first; step <= last; step++) {
    for (const handover of handovers.given(step)) {
      if (handover.to > last && isShown(scene, handover)) seen.push(handover);
    }
  }
  return seen;
}

function isShown({ hiddenArrows, log }: Scene, { kind, to }: Handover): boolean {
  return !hiddenArrows.has(kind) && to < log.steps.length;
}

function stepsInSight({ view, log }: Scene): readonly [number, number] {
  const count = log.steps.length;
  const left = unitAt(view, 0);
  const right = unitAt(view, view.width);
  if (view.scale === 'steps') {
    return [Math.max(0, Math.floor(left)), Math.min(count - 1, Math.ceil(right))];
  }
  return [firstAt(log.steps, left), Math.min(count - 1, firstAt(log.steps, right))];
}

function firstAt(steps: readonly { readonly time: number }[], time: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((steps[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One arrow between the marks of two steps, in the giver's colour. */
export function drawArrow(
  pen: Pen,
  scene: Scene,
  { from, to, kind }: Pick<Handover, 'from' | 'to' | 'kind'>,
  { alpha, width }: { readonly alpha: number; readonly width: number },
): void {
  const { log, view, palette } = scene;
  const giver = log.steps[from];
  const taker = log.steps[to];
  if (!giver || !taker) return;
  const fromRow = scene.rowOfTask.get(giver.task);
  const toRow = scene.rowOfTask.get(taker.task);
  if (fromRow === undefined || toRow === undefined || fromRow === toRow) return;
  const way = toRow > fromRow ? 1 : -1;
  const reach = markRadius(scene) + 1;
  const x = xOf(view, unitOfStep(scene, from));
  const y = barMiddle(scene, fromRow) + way * reach;
  const toX = xOf(view, unitOfStep(scene, to));
  const toY = barMiddle(scene, toRow) - way * (reach + 5);
  const bend = Math.min(Math.abs(toY - y) * 0.55, 70);
  const ink = laneInk(palette, giver.task);
  // A pale edge keeps the line legible where it crosses bars.
  pen.dash([]);
  pen.stroke(palette.panel, width + 2.4, alpha * 0.8);
  pen.curve([x, y, x, y + way * bend, toX, toY - way * bend, toX, toY]);
  pen.dash(DASHES[kind]);
  pen.stroke(ink, DASHES[kind][0] === 0 ? width + 0.9 : width, alpha);
  pen.dash(DASHES[kind]);
  pen.curve([x, y, x, y + way * bend, toX, toY - way * bend, toX, toY]);
  pen.dash([]);
  pen.fill(ink, Math.min(1, alpha + 0.2));
  pen.shape([toX, toY + way * 6, toX - 4.2, toY - way * 2, toX + 4.2, toY - way * 2]);
}
