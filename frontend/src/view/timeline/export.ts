import { CanvasPen } from './canvas-pen';
import { drawLanes } from './draw-lanes';
import { drawOverlay, type Overlay } from './draw-overlay';
import type { LabelOf } from './draw-marks';
import { drawRuler } from './draw-ruler';
import { laneInk } from './palette';
import { type Pen, shortened, type TextStyle } from './pen';
import { barMiddle, type Scene } from './scene';
import { SvgPen } from './svg-pen';

/** What a saved picture shows. */
export interface Picture {
  readonly scene: Scene;
  readonly overlay: Overlay;
  readonly title: string;
  readonly labelOf: LabelOf;
}

const LABELS = 140;
const RULER = 30;
const NAME: TextStyle = { size: 13, weight: 600, align: 'left' };
const PNG_RATIO = 2;

/** The part of the run in sight, all lanes, as an SVG document. */
export function svgOf(picture: Picture): string {
  const scene = wholeHeight(picture.scene);
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('this browser has no canvas to measure texts on');
  const rule = new CanvasPen(context, { ratio: 1, family: scene.palette.family, origin: 0 });
  const pen = new SvgPen(rule, scene.palette.family);
  drawPicture(pen, { ...picture, scene });
  const { title } = picture;
  const size = sizeOf(scene);
  return pen.finish(size.width, size.height, { title, background: scene.palette.panel });
}

/** The same as a PNG, twice as fine as the screen. */
export async function pngOf(picture: Picture): Promise<Blob> {
  const scene = wholeHeight(picture.scene);
  const { width, height } = sizeOf(scene);
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_RATIO;
  canvas.height = height * PNG_RATIO;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser has no canvas to draw on');
  const pen = new CanvasPen(context, { ratio: PNG_RATIO, family: scene.palette.family, origin: 0 });
  pen.fill(scene.palette.panel, 1);
  pen.rect(0, 0, width, height);
  drawPicture(pen, { ...picture, scene }, (x, y) =>
    context.setTransform(PNG_RATIO, 0, 0, PNG_RATIO, x * PNG_RATIO, y * PNG_RATIO),
  );
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came out'))));
  });
}

function sizeOf(scene: Scene): { width: number; height: number } {
  return { width: Math.ceil(LABELS + scene.view.width), height: Math.ceil(RULER + scene.height) };
}

function wholeHeight(scene: Scene): Scene {
  return { ...scene, scrolled: 0, height: scene.rows.length * scene.shape.height };
}

/** `move` shifts the pen's origin; a pen without it writes groups instead. */
function drawPicture(pen: Pen, picture: Picture, move?: (x: number, y: number) => void): void {
  const { scene, overlay } = picture;
  const shift = (x: number, y: number, drawing: () => void): void => {
    if (pen instanceof SvgPen) pen.group(x, y, drawing);
    else {
      move?.(x, y);
      drawing();
      move?.(0, 0);
    }
  };
  shift(0, RULER, () => drawNames(pen, scene));
  shift(LABELS, 0, () => {
    pen.clip(0, 0, scene.view.width, RULER);
    drawRuler(pen, scene.view, scene.palette, RULER);
    pen.restore();
  });
  shift(LABELS, RULER, () => {
    pen.clip(0, 0, scene.view.width, scene.height);
    drawLanes(pen, scene, picture.labelOf);
    drawOverlay(pen, scene, overlay);
    pen.restore();
  });
}

function drawNames(pen: Pen, scene: Scene): void {
  scene.rows.forEach(({ task, depth }, row) => {
    const left = 12 + depth * 12;
    const name = shortened(pen, scene.log.tasks[task]?.name ?? '', NAME, LABELS - left - 20);
    pen.fill(laneInk(scene.palette, task), 1);
    pen.disc(left, barMiddle(scene, row), 4.5);
    pen.fill(scene.palette.ink, 1);
    pen.text(name, left + 10, barMiddle(scene, row) + 4.5, NAME);
  });
}
