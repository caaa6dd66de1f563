import { Doing } from '../../trace/stretches';
import { drawArrows } from './draw-arrows';
import { drawLabels, drawMarks, type LabelOf, markRadius } from './draw-marks';
import { drawGrid } from './draw-ruler';
import { drawStretches } from './draw-stretches';
import { laneInk } from './palette';
import { type Pen, shortened, type TextStyle } from './pen';
import { rowTop, type Scene, visibleRows } from './scene';

const INSIDE: TextStyle = { size: 12, weight: 600, align: 'left' };
const INSIDE_PIXELS_MIN = 30;

/** Draws everything that does not move with the playhead. */
export function drawLanes(pen: Pen, scene: Scene, labelOf: LabelOf): void {
  const [first, last] = visibleRows(scene);
  drawGrid(pen, scene.view, scene.palette, scene.height);
  pen.dash([]);
  for (let row = first; row <= last; row++) {
    const y = Math.round(rowTop(scene, row) + scene.shape.height) - 0.5;
    pen.stroke(scene.palette.line, 1, 0.9);
    pen.line([0, y, scene.view.width, y]);
  }
  for (let row = first; row <= last; row++) drawRow(pen, scene, row);
  drawArrows(pen, scene);
  for (let row = first; row <= last; row++) drawMarks(pen, scene, row);
  for (let row = first; row <= last; row++) drawLabels(pen, scene, row, labelOf);
}

function drawRow(pen: Pen, scene: Scene, row: number): void {
  const lane = scene.rows[row];
  if (!lane) return;
  const top = rowTop(scene, row) + scene.shape.barTop;
  const texts: (() => void)[] = [];
  const track = scene.log.index.tasks[lane.task];
  if (!track) return;
  const stretches = scene.view.scale === 'steps' ? track.lane.bySteps : track.lane.byTime;
  const colour = laneInk(scene.palette, lane.task);
  drawStretches(pen, stretches, scene.view, {
    band: { top, height: scene.shape.barHeight, colour },
    onWide: (doing, reference, left, right) => {
      if (right - left < INSIDE_PIXELS_MIN || doing < Doing.blocked) return;
      texts.push(() =>
        drawInside(pen, scene, waitText(scene, doing, reference), { left, right, top }),
      );
    },
  });
  for (const text of texts) text();
  if (lane.isFolded) drawFolded(pen, scene, lane.inside, top);
}

/** What a stretch waits for, on a ground of its own so that the hatching does not disturb it. */
function drawInside(
  pen: Pen,
  scene: Scene,
  text: string,
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
): void {
  // Along time, the mark of the step that began the waiting reaches into the stretch.
  const inset = scene.view.scale === 'time' ? markRadius(scene) + 8 : 10;
  const from = Math.max(left + inset, 7);
  const room = Math.min(right - 7, scene.view.width - 7) - from;
  const shown = room < 14 ? '' : shortened(pen, text, INSIDE, room);
  if (shown === '') return;
  const { barHeight } = scene.shape;
  pen.fill(scene.palette.panel, 0.94);
  pen.box(from - 4, top + 4, pen.measure(shown, INSIDE) + 8, barHeight - 8);
  pen.fill(scene.palette.ink, 1);
  pen.text(shown, from, top + barHeight / 2 + 4.2, INSIDE);
}

function waitText(scene: Scene, doing: Doing, reference: number): string {
  const { log, messages } = scene;
  if (doing === Doing.blocked) return log.objects[reference]?.name ?? '';
  if (doing === Doing.joining) return messages.endOf(log.tasks[reference]?.name ?? '');
  return doing === Doing.sleeping ? '' : messages.network;
}

/** The lanes folded into a row, as thin bands under its bar. */
function drawFolded(pen: Pen, scene: Scene, inside: readonly number[], top: number): void {
  const from = top + scene.shape.barHeight + 1;
  const room = rowTopBelow(scene, top) - from;
  const height = Math.max(1, Math.min(3, room / inside.length));
  inside.slice(0, Math.floor(room / height)).forEach((task, place) => {
    const track = scene.log.index.tasks[task];
    if (!track) return;
    const stretches = scene.view.scale === 'steps' ? track.lane.bySteps : track.lane.byTime;
    const band = { top: from + place * height, height, colour: laneInk(scene.palette, task) };
    drawStretches(pen, stretches, scene.view, { band });
  });
}

function rowTopBelow(scene: Scene, barTop: number): number {
  return barTop - scene.shape.barTop + scene.shape.height;
}
