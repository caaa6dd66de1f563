import { OPEN_PIXELS } from './draw-stretches';
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
  const x = xOf(view, extentOf(log, view.scale)) + OPEN_PIXELS + 5;
  const arrows = reason.waiting.flatMap(({ task, holder }, place) => {
    const from = scene.rowOfTask.get(task);
    const to = scene.rowOfTask.get(holder);
    if (from === undefined || to === undefined || from === to) return [];
    const way = to > from ? 5 : -5;
    const reach = x + NEAR_PIXELS + Math.min(place, FURTHEST) * FURTHER_PIXELS;
    const [y, toY] = [barMiddle(scene, from) + way, barMiddle(scene, to) - way];
    return [{ toY, curve: [x, y, reach, y, reach, toY, x + 7, toY] }];
  });
  pen.dash([]);
  pen.stroke(palette.panel, 5.5, 1);
  for (const { curve } of arrows) pen.curve(curve);
  pen.stroke(palette.bad, 2.4, 1);
  for (const { curve } of arrows) pen.curve(curve);
  pen.fill(palette.bad, 1);
  for (const { toY } of arrows) pen.shape([x, toY, x + 9, toY - 5, x + 9, toY + 5]);
}
