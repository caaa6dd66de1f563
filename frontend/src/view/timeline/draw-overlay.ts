import type { Cause } from '../../trace/causes';
import { drawArrow } from './draw-arrows';
import { drawDeadlock } from './draw-deadlock';
import { drawMark, markRadius } from './draw-marks';
import type { Pen } from './pen';
import { barMiddle, rowTop, type Scene, unitOfStep } from './scene';
import { firstAtLeast } from '../../trace/search';
import { unitAt, xOf } from './viewport';

/** What changes while the picture of the lanes stays. */
export interface Overlay {
  readonly step: number;
  readonly hovered: number;
  readonly causes: readonly Cause[];
  readonly selectedTask: number;
  readonly selectedObject: number;
  readonly difference: number;
  /** There is no playhead. */
  readonly isStill: boolean;
}

/** Draws what moves: the playhead, what is pointed at and what is selected. */
export function drawOverlay(pen: Pen, scene: Scene, overlay: Overlay): void {
  drawSelectedRow(pen, scene, overlay.selectedTask);
  if (!overlay.isStill) drawPlayhead(pen, scene, overlay.step);
  if (overlay.difference >= 0) drawDifference(pen, scene, overlay.difference);
  if (overlay.selectedObject >= 0) drawUses(pen, scene, overlay.selectedObject);
  for (const cause of overlay.causes) {
    if (cause.kind === 'before') drawBefore(pen, scene, cause);
    else {
      const kind = cause.kind === 'held' ? 'lock' : cause.kind;
      drawArrow(pen, scene, { ...cause, kind }, { alpha: 1, width: 2.8 });
    }
  }
  drawDeadlock(pen, scene, overlay.step);
  const handed = overlay.causes.filter(({ kind }) => kind !== 'before');
  const lit = new Set([
    overlay.step,
    overlay.hovered,
    ...handed.flatMap(({ from, to }) => [from, to]),
  ]);
  for (const step of lit) drawPresent(pen, scene, step);
}

function drawPlayhead(pen: Pen, scene: Scene, step: number): void {
  const { view, palette, height } = scene;
  const x = xOf(view, unitOfStep(scene, step));
  // What has not happened yet recedes.
  pen.fill(palette.panel, 0.42);
  const isLast = step >= scene.log.steps.length - 1;
  const future = isLast ? view.width : view.scale === 'steps' ? xOf(view, step + 1) : x;
  pen.rect(Math.max(0, future), 0, Math.max(0, view.width - future), height);
  if (view.scale === 'steps' && view.pixelsPerUnit >= 8 && step >= 0) {
    pen.fill(palette.accent, 0.11);
    pen.rect(xOf(view, step), 0, view.pixelsPerUnit, height);
  }
  pen.dash([]);
  pen.stroke(palette.panel, 4, 0.7);
  pen.line([x, 0, x, height]);
  pen.stroke(palette.accent, 2, 1);
  pen.line([x, 0, x, height]);
}

/** A band over the column of a step, from top to bottom. */
function drawDifference(pen: Pen, scene: Scene, step: number): void {
  const { view, palette, height } = scene;
  const middle = xOf(view, unitOfStep(scene, step));
  const width = view.scale === 'steps' ? Math.max(6, view.pixelsPerUnit) : 6;
  pen.dash([]);
  pen.fill(palette.bad, 0.14);
  pen.rect(middle - width / 2, 0, width, height);
  pen.stroke(palette.bad, 2, 1);
  pen.line([middle - width / 2, 0, middle - width / 2, height]);
}

function drawPresent(pen: Pen, scene: Scene, index: number): void {
  const step = scene.log.steps[index];
  const row = step && scene.rowOfTask.get(step.task);
  if (!step || row === undefined) return;
  const x = xOf(scene.view, unitOfStep(scene, index));
  if (x > -20 && x < scene.view.width + 20) drawMark(pen, scene, step, { x, row, isPresent: true });
}

function drawSelectedRow(pen: Pen, scene: Scene, task: number): void {
  const row = scene.rowOfTask.get(task);
  if (row === undefined) return;
  pen.fill(scene.palette.accent, 0.07);
  pen.rect(0, rowTop(scene, row), scene.view.width, scene.shape.height);
}

/** A line along the lane, from a task's step to its next. */
function drawBefore(pen: Pen, scene: Scene, { from, to }: Cause): void {
  const task = scene.log.steps[to]?.task ?? -1;
  const row = scene.rowOfTask.get(task);
  if (row === undefined) return;
  const y = barMiddle(scene, row);
  const radius = markRadius(scene);
  const left = xOf(scene.view, unitOfStep(scene, from)) + radius;
  const right = xOf(scene.view, unitOfStep(scene, to)) - radius;
  if (right <= left) return;
  pen.dash([]);
  pen.stroke(scene.palette.panel, 5, 0.9);
  pen.line([left, y, right, y]);
  pen.stroke(scene.palette.ink, 2.4, 0.9);
  pen.line([left, y, right, y]);
}

/** A frame around every step in sight that acted on the selected object. */
function drawUses(pen: Pen, scene: Scene, object: number): void {
  const { view, log, palette } = scene;
  const uses = log.index.objects[object]?.uses ?? [];
  const radius = markRadius(scene) + 3.5;
  const isSteps = view.scale === 'steps';
  let place = isSteps ? firstAtLeast(uses, unitAt(view, -20)) : 0;
  let last = -Infinity;
  pen.dash([]);
  pen.stroke(palette.accent, 2, 1);
  for (; place < uses.length; place++) {
    const step = log.steps[uses[place] ?? -1];
    const x = step ? xOf(view, unitOfStep(scene, step.index)) : Infinity;
    if (x > view.width + 20) break;
    const row = step && scene.rowOfTask.get(step.task);
    if (row === undefined || x < -20 || x - last < 2) continue;
    last = x;
    const y = barMiddle(scene, row);
    pen.frame(x - radius, y - radius, radius * 2, radius * 2);
  }
}
