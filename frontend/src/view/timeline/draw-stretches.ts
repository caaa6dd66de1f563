import { firstAbove } from '../../trace/search';
import { Doing, type Stretches } from '../../trace/stretches';
import type { Pen } from './pen';
import { type Viewport, spanOf, xOf } from './viewport';

/** A band across the picture in which one lane's stretches are drawn. */
export interface Band {
  readonly top: number;
  readonly height: number;
  readonly colour: string;
}

/** A stretch wide enough to carry a text; told to whoever draws texts. */
export type OnWide = (doing: Doing, reference: number, left: number, right: number) => void;

/** How far waiting that has not ended reaches beyond the last step. */
export const OPEN_PIXELS = 26;

/** Narrower stretches than this are merged into columns of about this width. */
const MERGED_PIXELS = 1.5;
const LEVELS = 8;
/** Bands thinner than this carry no patterns. */
const THIN_PIXELS = 5;
const SHADES: Readonly<Record<Exclude<Doing, 0>, number>> = {
  [Doing.running]: 1,
  [Doing.runnable]: 0.3,
  [Doing.blocked]: 0.42,
  [Doing.joining]: 0.22,
  [Doing.sleeping]: 0.14,
  [Doing.network]: 0.14,
};

/** Draws what is seen of a lane; texts and marks come later, over it. */
export function drawStretches(
  pen: Pen,
  stretches: Stretches,
  view: Viewport,
  { band, onWide }: { readonly band: Band; readonly onWide?: OnWide },
): void {
  const { starts, doings, references } = stretches;
  const end = view.start + spanOf(view);
  const merging = new Merging(pen, band);
  let place = Math.max(0, firstAbove(starts, view.start) - 1);
  for (; place < starts.length; place++) {
    const start = starts[place] ?? 0;
    if (start > end) break;
    const doing = doings[place] ?? Doing.nothing;
    const isOpen = place === starts.length - 1 && doing > Doing.running;
    const until = Math.min(starts[place + 1] ?? view.extent, view.extent);
    const left = Math.max(-20, xOf(view, start));
    const reach = xOf(view, until) + (isOpen ? OPEN_PIXELS : 0);
    const right = Math.min(view.width + 20, reach);
    if (right - left < MERGED_PIXELS) {
      merging.add(doing, left, right);
      continue;
    }
    merging.flush();
    drawStretch(pen, doing, [left, right], band);
    onWide?.(doing, references[place] ?? -1, left, right);
  }
  merging.flush();
}

/** Shares of a column, in eighths of its height. */
interface Column {
  readonly left: number;
  readonly right: number;
  readonly running: number;
  readonly waiting: number;
  readonly isAlive: boolean;
}

/** Stretches too narrow to be seen alone, shown as the share of time spent running and blocked. */
class Merging {
  readonly #pen: Pen;
  readonly #band: Band;
  #left = 0;
  #right = 0;
  #running = 0;
  #waiting = 0;
  #runnable = 0;
  /** Equal columns side by side are drawn as one. */
  #column: Column | undefined;

  constructor(pen: Pen, band: Band) {
    this.#pen = pen;
    this.#band = band;
  }

  add(doing: Doing, left: number, right: number): void {
    if (this.#right - this.#left >= MERGED_PIXELS) this.#close();
    if (this.#right === this.#left) this.#left = left;
    this.#right = right;
    if (doing === Doing.running) this.#running += right - left;
    else if (doing === Doing.runnable) this.#runnable += right - left;
    else if (doing !== Doing.nothing && doing !== Doing.sleeping) this.#waiting += right - left;
  }

  flush(): void {
    this.#close();
    if (this.#column) this.#draw(this.#column);
    this.#column = undefined;
  }

  #close(): void {
    const width = this.#right - this.#left;
    if (width > 0) {
      const level = (part: number) => Math.min(LEVELS, Math.ceil((part / width) * LEVELS - 0.01));
      const running = level(this.#running);
      const waiting = Math.min(level(this.#waiting), LEVELS - running);
      const isAlive = this.#running + this.#runnable > 0;
      this.#append({ left: this.#left, right: this.#right, running, waiting, isAlive });
    }
    this.#left = this.#right = 0;
    this.#running = this.#waiting = this.#runnable = 0;
  }

  #append(next: Column): void {
    const last = this.#column;
    const isSame =
      last !== undefined &&
      last.running === next.running &&
      last.waiting === next.waiting &&
      last.isAlive === next.isAlive &&
      next.left - last.right < 0.01;
    if (last && !isSame) this.#draw(last);
    this.#column = isSame ? { ...last, right: next.right } : next;
  }

  #draw(column: Column): void {
    const { top, height, colour } = this.#band;
    const left = Math.round(column.left);
    const width = Math.max(1, Math.round(column.right) - left);
    const running = (column.running / LEVELS) * height;
    if (column.isAlive) {
      this.#pen.fill(colour, 0.16);
      this.#pen.rect(left, top, width, height);
    }
    if (column.waiting > 0) {
      if (height < THIN_PIXELS) this.#pen.fill(colour, SHADES[Doing.blocked]);
      else this.#pen.hatch(colour, 'rising');
      this.#pen.rect(left, top, width, (column.waiting / LEVELS) * height);
    }
    if (running > 0) {
      this.#pen.fill(colour, 1);
      this.#pen.rect(left, top + height - running, width, running);
    }
  }
}

function drawStretch(
  pen: Pen,
  doing: Doing,
  [left, right]: readonly [number, number],
  { top, height, colour }: Band,
): void {
  const width = right - left;
  const middle = top + height / 2;
  if (height < THIN_PIXELS) {
    drawThin(pen, doing, [left, right], { top, height, colour });
    return;
  }
  switch (doing) {
    case Doing.nothing:
      return;
    case Doing.running:
      pen.fill(colour, 1);
      if (width > 5) pen.box(left, top, width, height);
      else pen.rect(left, top, width, height);
      return;
    case Doing.runnable:
      pen.fill(colour, 0.3);
      pen.rect(left, middle - height * 0.17, width, height * 0.34);
      return;
    case Doing.blocked:
    case Doing.joining:
      pen.hatch(colour, doing === Doing.blocked ? 'rising' : 'falling');
      pen.rect(left, top + 1, width, height - 2);
      if (width > 6) {
        pen.stroke(colour, 1, 0.75);
        pen.dash([]);
        pen.line([left, top + 1, right, top + 1]);
        pen.line([left, top + height - 1, right, top + height - 1]);
      }
      return;
    case Doing.sleeping:
      pen.stroke(colour, 2.4, 0.85);
      pen.dash([0, 6]);
      pen.line([left + 2, middle, right, middle]);
      pen.dash([]);
      return;
    case Doing.network:
      drawWave(pen, [left, right], middle, { colour, height });
      return;
    default:
      unknown(doing);
  }
}

/** In a band too thin for patterns, shades must do. */
function drawThin(
  pen: Pen,
  doing: Doing,
  [left, right]: readonly [number, number],
  { top, height, colour }: Band,
): void {
  if (doing === Doing.nothing) return;
  pen.fill(colour, SHADES[doing]);
  pen.rect(left, top, right - left, height);
}

function drawWave(
  pen: Pen,
  [left, right]: readonly [number, number],
  middle: number,
  { colour, height }: { readonly colour: string; readonly height: number },
): void {
  pen.stroke(colour, 1.8, 0.9);
  pen.dash([]);
  const points: number[] = [];
  for (let x = left; x <= right; x += 2) points.push(x, middle + Math.sin(x / 4) * height * 0.28);
  if (points.length >= 4) pen.line(points);
}

function unknown(doing: never): never {
  throw new Error(`a stretch nobody draws: ${String(doing)}`);
}
