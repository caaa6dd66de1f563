/** How a text is set. Sizes in pixels. */
export interface TextStyle {
  readonly size: number;
  readonly weight: 400 | 500 | 600 | 700;
  readonly align: 'left' | 'center' | 'right';
}

/** Which way the lines of a hatching lean. */
export type Lean = 'rising' | 'falling';

/**
 * What the picture is drawn with: a canvas or an SVG file. The fill and the stroke set last hold
 * for what follows, as with a real pen. Coordinates in CSS pixels.
 */
export interface Pen {
  fill(colour: string, alpha: number): void;
  hatch(colour: string, lean: Lean): void;
  stroke(colour: string, width: number, alpha: number): void;
  /** The dashes of the stroke; none for a solid line. */
  dash(dashes: readonly number[]): void;
  rect(x: number, y: number, width: number, height: number): void;
  /** The same with rounded corners. */
  box(x: number, y: number, width: number, height: number): void;
  frame(x: number, y: number, width: number, height: number): void;
  disc(x: number, y: number, radius: number): void;
  ring(x: number, y: number, radius: number): void;
  /** A line through points given as x, y, x, y … */
  line(points: readonly number[]): void;
  /** A filled shape with such corners. */
  shape(points: readonly number[]): void;
  /** A cubic curve: start, two handles, end as eight numbers. */
  curve(points: readonly number[]): void;
  /** An icon of 16 × 16 units around a centre, drawn in the stroke. */
  icon(path: string, x: number, y: number, size: number): void;
  text(text: string, x: number, y: number, style: TextStyle): void;
  measure(text: string, style: TextStyle): number;
  /** Until `restore`, nothing is drawn outside. */
  clip(x: number, y: number, width: number, height: number): void;
  restore(): void;
}

/** The text, shortened with an ellipsis to so many pixels; empty if nothing sensible fits. */
export function shortened(pen: Pen, text: string, style: TextStyle, width: number): string {
  if (pen.measure(text, style) <= width) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (pen.measure(`${text.slice(0, middle)}…`, style) <= width) low = middle;
    else high = middle - 1;
  }
  return low < 3 ? '' : `${text.slice(0, low).trimEnd()}…`;
}
