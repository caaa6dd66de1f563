import { stepAtTime } from '../../playback/position';
import { firstAtLeast } from '../../trace/search';
import { markRadius, stepsSeen } from './draw-marks';
import { barMiddle, type Scene, unitOfStep } from './scene';
import { unitAt, xOf } from './viewport';

/** The row at `y` pixels of the visible part, -1 for none. */
export function rowAt(scene: Scene, y: number): number {
  const row = Math.floor((y + scene.scrolled) / scene.shape.height);
  return row >= 0 && row < scene.rows.length ? row : -1;
}

/** The step whose column or time is nearest to `x`. */
export function stepAt(scene: Scene, x: number): number {
  const unit = unitAt(scene.view, x);
  const last = scene.log.steps.length - 1;
  if (scene.view.scale === 'steps') return Math.max(-1, Math.min(Math.floor(unit), last));
  const before = stepAtTime(scene.log, unit);
  const after = Math.min(before + 1, last);
  const isAfterNearer =
    Math.abs(unitOfStep(scene, after) - unit) < Math.abs(unit - unitOfStep(scene, before));
  return isAfterNearer ? after : before;
}

/** The step whose mark is under the pointer, -1 for none. */
export function markAt(scene: Scene, x: number, y: number): number {
  const row = rowAt(scene, y);
  const task = scene.rows[row]?.task;
  if (task === undefined || Math.abs(y - barMiddle(scene, row)) > scene.shape.barHeight / 2 + 3) {
    return -1;
  }
  const { steps } = stepsSeen(scene, task);
  const near = firstAtLeast(steps, stepAt(scene, x));
  const radius = markRadius(scene) + 2;
  let found = -1;
  let distance = radius;
  for (let place = Math.max(0, near - 3); place < Math.min(steps.length, near + 4); place++) {
    const step = steps[place] ?? -1;
    const away = Math.abs(xOf(scene.view, unitOfStep(scene, step)) - x);
    if (away < distance) {
      distance = away;
      found = step;
    }
  }
  return found;
}
