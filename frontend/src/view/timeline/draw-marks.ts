import { isCancelled } from '../../trace/cancelled';
import type { Step } from '../../trace/entries';
import { firstAtLeast } from '../../trace/search';
import { ICONS } from './icons';
import { laneInk } from './palette';
import type { Pen, TextStyle } from './pen';
import { barMiddle, rowTop, type Scene, unitOfStep } from './scene';
import { unitAt, xOf } from './viewport';

export const LABEL: TextStyle = { size: 11.5, weight: 500, align: 'left' };
const LABEL_PIXELS_MIN = 16;
const RADIUS_MAX = 11;
const RADIUS_MIN = 6;

/** How large a mark's disc is: as the columns allow, as long as its icon can be made out. */
export function markRadius({ view, shape }: Scene): number {
  const most = Math.min(RADIUS_MAX, shape.barHeight / 2);
  return view.scale === 'time'
    ? most
    : Math.min(most, Math.max(RADIUS_MIN, view.pixelsPerUnit / 2 - 0.5));
}

/** The steps of a task near what is seen, as places in its own list. */
export function stepsSeen(
  scene: Scene,
  task: number,
): { from: number; to: number; steps: readonly number[] } {
  const steps = scene.log.index.tasks[task]?.steps ?? [];
  const { view, log } = scene;
  const left = unitAt(view, -40);
  const right = unitAt(view, view.width + 40);
  if (view.scale === 'steps') {
    return { from: firstAtLeast(steps, left - 1), to: firstAtLeast(steps, right), steps };
  }
  return {
    from: firstAtTime(log.steps, steps, left),
    to: firstAtTime(log.steps, steps, right),
    steps,
  };
}

function firstAtTime(all: readonly Step[], steps: readonly number[], time: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((all[steps[middle] ?? 0]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last step of a cluster, which says what comes of it, has a mark; those before, ticks. */
export function drawMarks(pen: Pen, scene: Scene, row: number): void {
  const task = scene.rows[row]?.task ?? -1;
  const { from, to, steps } = stepsSeen(scene, task);
  if (to - from > scene.view.width * 2) return;
  let lastTick = -Infinity;
  for (let place = from; place < to; place++) {
    const step = scene.log.steps[steps[place] ?? -1];
    if (!step) continue;
    const x = xOf(scene.view, unitOfStep(scene, step.index));
    if (hasRoom(scene, steps, place, x)) drawMark(pen, scene, step, { x, row, isPresent: false });
    else if (x - lastTick >= 3) {
      drawTick(pen, scene, x, row);
      lastTick = x;
    }
  }
}

/** The next step of the lane leaves room for a mark here. */
function hasRoom(scene: Scene, steps: readonly number[], place: number, x: number): boolean {
  const next = steps[place + 1];
  if (next === undefined || next >= scene.log.steps.length) return true;
  return xOf(scene.view, unitOfStep(scene, next)) - x >= markRadius(scene) * 2;
}

function drawTick(pen: Pen, scene: Scene, x: number, row: number): void {
  const { barTop, barHeight } = scene.shape;
  const top = rowTop(scene, row) + barTop;
  pen.fill(scene.palette.panel, 0.9);
  pen.rect(x - 1.5, top + 3, 3, barHeight - 6);
  pen.fill(laneInk(scene.palette, scene.rows[row]?.task ?? 0), 1);
  pen.rect(x - 0.5, top + 3, 1, barHeight - 6);
}

/** One mark: a disc with the action's icon; hollow for what could not happen yet. */
export function drawMark(
  pen: Pen,
  scene: Scene,
  step: Step,
  { x, row, isPresent }: { readonly x: number; readonly row: number; readonly isPresent: boolean },
): void {
  const { palette } = scene;
  const y = barMiddle(scene, row);
  const radius = markRadius(scene);
  const isBad = step.outcome === 'error' || step.outcome === 'failed' || step.outcome === 'timeout';
  const error = step.action.kind === 'end' ? step.action.error : '';
  const hasFailed = error !== '' && !isCancelled(error);
  const ink = isBad || hasFailed ? palette.bad : laneInk(palette, step.task);
  const isHollow = step.outcome === 'blocked';
  if (isPresent) {
    pen.fill(palette.panel, 1);
    pen.disc(x, y, radius + 5);
    pen.stroke(palette.accent, 2.6, 1);
    pen.ring(x, y, radius + 3.4);
  }
  pen.fill(isHollow ? ink : palette.panel, 1);
  pen.disc(x, y, radius);
  pen.stroke(isHollow ? palette.panel : ink, 1.6, 1);
  pen.ring(x, y, radius - (isHollow ? 1.8 : 0.8));
  pen.stroke(isHollow ? palette.panel : ink, 1.7, 1);
  pen.icon(ICONS[step.action.kind], x, y, radius * (isHollow ? 1.2 : 1.42));
}

/** What was done, over the marks of a lane, as far as there is room up to the next one. */
export function drawLabels(pen: Pen, scene: Scene, row: number, labelOf: LabelOf): void {
  const task = scene.rows[row]?.task ?? -1;
  const { from, to, steps } = stepsSeen(scene, task);
  if (to - from > scene.view.width / 8) return;
  const y = rowTop(scene, row) + scene.shape.barTop - 5;
  const radius = markRadius(scene);
  let end = -Infinity;
  // A mark left of what is seen still says what its lane has been about.
  for (let place = Math.max(0, from - 1); place < to; place++) {
    const step = scene.log.steps[steps[place] ?? -1];
    if (!step) continue;
    const x = xOf(scene.view, unitOfStep(scene, step.index));
    if (!hasRoom(scene, steps, place, x)) continue;
    const left = Math.max(3, x - radius);
    const next = scene.log.steps[steps[place + 1] ?? -1];
    const right = next
      ? xOf(scene.view, unitOfStep(scene, next.index)) - radius - 6
      : scene.view.width + 60;
    if (left < end || right - left < LABEL_PIXELS_MIN) continue;
    const label = fitting(pen, labelOf(step), right - left);
    if (label === '') continue;
    const width = pen.measure(label, LABEL);
    pen.fill(scene.palette.panel, 0.82);
    pen.rect(left - 2, y - 11, width + 4, 14);
    pen.fill(scene.palette.soft, 1);
    pen.text(label, left, y, LABEL);
    end = left + width + 7;
  }
}

/** A label for a step, from the fullest to the shortest. */
export type LabelOf = (step: Step) => readonly string[];

function fitting(pen: Pen, labels: readonly string[], width: number): string {
  return labels.find((label) => pen.measure(label, LABEL) <= width) ?? '';
}
