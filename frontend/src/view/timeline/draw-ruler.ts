import { nanosText } from '../../messages/story/nanos';
import type { Palette } from './palette';
import type { Pen, TextStyle } from './pen';
import { spanOf, type Viewport, xOf } from './viewport';

const TICK_PIXELS_MIN = 74;
const NUMBER: TextStyle = { size: 11, weight: 500, align: 'center' };

/** The distance between ticks, a round number of units. */
export function tickEvery(view: Viewport): number {
  const least = TICK_PIXELS_MIN / view.pixelsPerUnit;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10;
  const every = factor * power;
  return view.scale === 'steps' ? Math.max(1, Math.round(every)) : every;
}

/** Ticks and numbers along the top. */
export function drawRuler(pen: Pen, view: Viewport, palette: Palette, height: number): void {
  const every = tickEvery(view);
  const half = view.scale === 'steps' ? 0.5 : 0;
  const end = Math.min(view.start + spanOf(view), view.extent);
  let tick = Math.max(0, Math.ceil((view.start - every) / every) * every);
  const minor = every / 5;
  pen.stroke(palette.strong, 1, 1);
  pen.dash([]);
  for (; tick <= end; tick += every) {
    const x = Math.round(xOf(view, tick + half)) + 0.5;
    pen.stroke(palette.strong, 1, 0.9);
    pen.line([x, height - 7, x, height]);
    pen.fill(palette.soft, 1);
    pen.text(tickText(view, tick, every), Math.max(x, 14), height - 11, NUMBER);
    pen.stroke(palette.strong, 1, 0.45);
    for (let part = 1; part < 5; part++) {
      const unit = tick + part * minor;
      if (unit > end || (view.scale === 'steps' && !Number.isInteger(unit))) continue;
      const minorX = Math.round(xOf(view, unit + half)) + 0.5;
      pen.line([minorX, height - 4, minorX, height]);
    }
  }
}

/** Faint lines down the lanes at the same places. */
export function drawGrid(pen: Pen, view: Viewport, palette: Palette, height: number): void {
  const every = tickEvery(view);
  const half = view.scale === 'steps' ? 0.5 : 0;
  const end = Math.min(view.start + spanOf(view), view.extent);
  pen.dash([]);
  pen.stroke(palette.line, 1, 0.8);
  for (let tick = Math.max(0, Math.ceil(view.start / every) * every); tick <= end; tick += every) {
    const x = Math.round(xOf(view, tick + half)) + 0.5;
    pen.line([x, 0, x, height]);
  }
}

function tickText(view: Viewport, tick: number, every: number): string {
  return view.scale === 'steps' ? String(tick) : nanosText(tick, every);
}
