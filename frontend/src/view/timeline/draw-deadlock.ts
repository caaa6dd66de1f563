import type { Pen } from './pen';
import { barMiddle, extentOf, type Scene } from './scene';
import { xOf } from './viewport';

const NEAR_PIXELS = 20;
const FURTHER_PIXELS = 11;
const FURTHEST = 3;

/** After the last step of a deadlock: who waits for whom, from lane to lane behind the end. */
export function drawDeadlock(pen: Pen, scene: Scene, step: number): void {
  const { log, view, palette } = scene;
  const reason = log.verdict?.reason;
  if (reason?.kind !== 'deadlock' || step < log.steps.length - 1) return;
  const x = xOf(view, extentOf(log, view.scale)) + 5;
  let drawn = 0;
  for (const { task, holder } of reason.waiting) {
    const from = scene.rowOfTask.get(task);
    const to = scene.rowOfTask.get(holder);
    if (from === undefined || to === undefined || from === to) continue;
    const way = to > from ? 1 : -1;
    const y = barMiddle(scene, from) + way * 4;
    const toY = barMiddle(scene, to) - way * 4;
    const reach = x + NEAR_PIXELS + Math.min(drawn++, FURTHEST) * FURTHER_PIXELS;
    pen.dash([]);
    pen.stroke(palette.panel, 5.5, 1);
    pen.curve([x, y, reach, y, reach, toY, x + 6, toY]);
    pen.stroke(palette.bad, 2.4, 1);
    pen.curve([x, y, reach, y, reach, toY, x + 6, toY]);
    pen.fill(palette.bad, 1);
    pen.shape([x, toY, x + 9, toY - 5, x + 9, toY + 5]);
  }
}
