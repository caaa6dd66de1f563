import type { Lean, Pen, TextStyle } from './pen';

const HATCH_PIXELS = 7;
const MEASURES_MAX = 4000;

/** What canvas pens of one page share: icons, hatchings and widths of texts, made once. */
class Supplies {
  readonly #icons = new Map<string, Path2D>();
  readonly #tiles = new Map<string, HTMLCanvasElement>();
  readonly widths = new Map<string, number>();

  icon(path: string): Path2D {
    let icon = this.#icons.get(path);
    if (!icon) this.#icons.set(path, (icon = new Path2D(path)));
    return icon;
  }

  tile(colour: string, lean: Lean, ratio: number): HTMLCanvasElement {
    const key = `${colour} ${lean} ${ratio}`;
    let tile = this.#tiles.get(key);
    if (!tile) this.#tiles.set(key, (tile = hatchTile(colour, lean, ratio)));
    return tile;
  }
}

const supplies = new Supplies();

function hatchTile(colour: string, lean: Lean, ratio: number): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  const size = Math.round(HATCH_PIXELS * ratio);
  tile.width = tile.height = size;
  const context = tile.getContext('2d');
  if (!context) return tile;
  context.globalAlpha = 0.12;
  context.fillStyle = colour;
  context.fillRect(0, 0, size, size);
  context.globalAlpha = 0.85;
  context.strokeStyle = colour;
  context.lineWidth = (lean === 'rising' ? 1.9 : 1.1) * ratio;
  context.beginPath();
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 2, lean === 'rising' ? size + 2 : -2);
    context.lineTo(shift + size + 2, lean === 'rising' ? -2 : size + 2);
  }
  context.stroke();
  return tile;
}

/** A pen on a canvas whose pixels may be finer than CSS pixels. */
export class CanvasPen implements Pen {
  readonly #context: CanvasRenderingContext2D;
  readonly #ratio: number;
  readonly #family: string;
  readonly #origin: number;
  readonly #hatches = new Map<string, CanvasPattern>();
  #font = '';

  /** `origin`: the x at which hatchings begin, so that they move with what they fill. */
  constructor(
    context: CanvasRenderingContext2D,
    { ratio, family, origin }: { ratio: number; family: string; origin: number },
  ) {
    this.#context = context;
    this.#ratio = ratio;
    this.#family = family;
    this.#origin = origin % HATCH_PIXELS;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineJoin = 'round';
    context.textBaseline = 'alphabetic';
  }

  clear(width: number, height: number): void {
    this.#context.clearRect(0, 0, width, height);
  }

  fill(colour: string, alpha: number): void {
    this.#context.fillStyle = colour;
    this.#context.globalAlpha = alpha;
  }

  hatch(colour: string, lean: Lean): void {
    const key = `${colour} ${lean}`;
    const pattern = this.#hatches.get(key) ?? this.#pattern(colour, lean);
    if (!pattern) return;
    this.#hatches.set(key, pattern);
    this.#context.fillStyle = pattern;
    this.#context.globalAlpha = 1;
  }

  stroke(colour: string, width: number, alpha: number): void {
    this.#context.strokeStyle = colour;
    this.#context.lineWidth = width;
    this.#context.globalAlpha = alpha;
    this.#context.lineCap = 'butt';
  }

  dash(dashes: readonly number[]): void {
    this.#context.setLineDash([...dashes]);
    this.#context.lineCap = dashes.length > 0 && dashes[0] === 0 ? 'round' : 'butt';
  }

  #pattern(colour: string, lean: Lean): CanvasPattern | null {
    const tile = supplies.tile(colour, lean, this.#ratio);
    const pattern = this.#context.createPattern(tile, 'repeat');
    const scale = HATCH_PIXELS / tile.width;
    pattern?.setTransform({ a: scale, b: 0, c: 0, d: scale, e: this.#origin, f: 0 });
    return pattern;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#context.fillRect(x, y, width, height);
  }

  box(x: number, y: number, width: number, height: number): void {
    const context = this.#context;
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(4, width / 2, height / 2));
    context.fill();
  }

  frame(x: number, y: number, width: number, height: number): void {
    const context = this.#context;
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(4, width / 2, height / 2));
    context.stroke();
  }

  disc(x: number, y: number, radius: number): void {
    this.#circle(x, y, radius);
    this.#context.fill();
  }

  ring(x: number, y: number, radius: number): void {
    this.#circle(x, y, radius);
    this.#context.stroke();
  }

  #circle(x: number, y: number, radius: number): void {
    this.#context.beginPath();
    this.#context.arc(x, y, radius, 0, 2 * Math.PI);
  }

  line(points: readonly number[]): void {
    this.#path(points);
    this.#context.stroke();
  }

  shape(points: readonly number[]): void {
    this.#path(points);
    this.#context.fill();
  }

  #path(points: readonly number[]): void {
    this.#context.beginPath();
    for (let place = 0; place < points.length; place += 2) {
      this.#context.lineTo(points[place] ?? 0, points[place + 1] ?? 0);
    }
  }

  curve(points: readonly number[]): void {
    const [x = 0, y = 0, a = 0, b = 0, c = 0, d = 0, toX = 0, toY = 0] = points;
    this.#context.beginPath();
    this.#context.moveTo(x, y);
    this.#context.bezierCurveTo(a, b, c, d, toX, toY);
    this.#context.stroke();
  }

  icon(path: string, x: number, y: number, size: number): void {
    const context = this.#context;
    const scale = size / 16;
    context.save();
    context.translate(x - size / 2, y - size / 2);
    context.scale(scale, scale);
    context.lineCap = 'round';
    context.stroke(supplies.icon(path));
    context.restore();
  }

  text(text: string, x: number, y: number, style: TextStyle): void {
    this.#set(style);
    this.#context.textAlign = style.align;
    this.#context.fillText(text, x, y);
  }

  measure(text: string, style: TextStyle): number {
    const key = `${style.weight} ${style.size} ${text}`;
    const known = supplies.widths.get(key);
    if (known !== undefined) return known;
    this.#set(style);
    const { width } = this.#context.measureText(text);
    if (supplies.widths.size > MEASURES_MAX) supplies.widths.clear();
    supplies.widths.set(key, width);
    return width;
  }

  #set(style: TextStyle): void {
    const font = `${style.weight} ${style.size}px ${this.#family}`;
    if (font === this.#font) return;
    this.#font = font;
    this.#context.font = font;
  }

  clip(x: number, y: number, width: number, height: number): void {
    this.#context.save();
    this.#context.beginPath();
    this.#context.rect(x, y, width, height);
    this.#context.clip();
  }

  restore(): void {
    this.#context.restore();
    this.#font = '';
  }
}
