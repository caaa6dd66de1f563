import type { Box } from './arrangement';

/** An arrow from box to box. */
export interface Arrow {
  /** A path of SVG. */
  readonly path: string;
  /** Where it ends, and in which direction, in degrees. */
  readonly x: number;
  readonly y: number;
  readonly degrees: number;
  /** Where something can be written beside it, and which end of that is nearest. */
  readonly besideX: number;
  readonly besideY: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** How far an arrow bends, as a part of its length; where boxes stand close, only a little. */
const BENDS = { bent: 0.14, slight: 0.05, straight: 0 };
const MARGIN_PIXELS = 4;
const BESIDE_PIXELS = 8;
const SLANT_MIN = 0.35;

/** How an arrow gets from one box to the other: a little to the left of straight on, or straight. */
export function arrowBetween(from: Box, to: Box, way: keyof typeof BENDS): Arrow {
  const bend = BENDS[way];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1e-6, Math.hypot(dx, dy));
  const controlX = (from.x + to.x) / 2 + dy * bend;
  const controlY = (from.y + to.y) / 2 - dx * bend;
  const [startX, startY] = edgeOf(from, controlX, controlY);
  const [x, y] = edgeOf(to, controlX, controlY);
  return {
    path: `M${points(startX, startY)}Q${points(controlX, controlY)} ${points(x, y)}`,
    x,
    y,
    degrees: (Math.atan2(y - controlY, x - controlX) * 180) / Math.PI,
    besideX: startX / 4 + controlX / 2 + x / 4 + (dy / length) * BESIDE_PIXELS,
    besideY: startY / 4 + controlY / 2 + y / 4 - (dx / length) * BESIDE_PIXELS,
    anchor: Math.abs(dy / length) < SLANT_MIN ? 'middle' : dy > 0 ? 'start' : 'end',
  };
}

/** Where the line from the middle of a box to a point leaves it. */
function edgeOf(box: Box, x: number, y: number): readonly [number, number] {
  const [dx, dy] = [x - box.x, y - box.y];
  const across = (box.width / 2 + MARGIN_PIXELS) / Math.max(1e-6, Math.abs(dx));
  const along = (box.height / 2 + MARGIN_PIXELS) / Math.max(1e-6, Math.abs(dy));
  const part = Math.min(across, along);
  return [box.x + dx * part, box.y + dy * part];
}

function points(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}
