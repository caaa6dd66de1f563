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

/** Narrower stretches than this are merged into columns of about this width. */
const MERGED_PIXELS = 1.5;
const LEVELS = 8;

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
    const until = Math.min(starts[place + 1] ?? view.extent, view.extent);
    const left = Math.max(-20, xOf(view, start));
    const right = Math.min(view.width + 20, xOf(view, until));
    const doing = doings[place] ?? Doing.nothing;
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

/** Stretches too narrow to be seen alone, shown as the share of time spent running and blocked. */
class Merging {
  readonly #pen: Pen;
  readonly #band: Band;
  #left = 0;
  #right = 0;
  #running = 0;
  #waiting = 0;
  #runnable = 0;

  constructor(pen: Pen, band: Band) {
    this.#pen = pen;
    this.#band = band;
  }

  add(doing: Doing, left: number, right: number): void {
    if (this.#right - this.#left >= MERGED_PIXELS || left - this.#right > MERGED_PIXELS)
      this.flush();
    if (this.#right === this.#left) this.#left = left;
    this.#right = right;
    if (doing === Doing.running) this.#running += right - left;
    else if (doing === Doing.runnable) this.#runnable += right - left;
    else if (doing !== Doing.nothing && doing !== Doing.sleeping) this.#waiting += right - left;
  }

  flush(): void {
    const width = this.#right - this.#left;
    if (width > 0) this.#draw(width);
    this.#left = this.#right = 0;
    this.#running = this.#waiting = this.#runnable = 0;
  }

  #draw(share: number): void {
    const { top, height, colour } = this.#band;
    // Whole pixels: neighbours must not shine through between two columns.
    const left = Math.round(this.#left);
    const width = Math.round(this.#right) - left;
    if (width <= 0) return;
    const level = (part: number) => Math.ceil((part / share) * LEVELS - 0.01) / LEVELS;
    const running = Math.min(1, level(this.#running)) * height;
    if (this.#runnable + this.#running > 0) {
      this.#pen.fill(colour, 0.16);
      this.#pen.rect(left, top, width, height);
    }
    if (this.#waiting > 0) {
      this.#pen.hatch(colour, 'rising');
      const waiting = Math.min(1, level(this.#waiting)) * height;
      this.#pen.rect(left, top, width, Math.min(waiting, height - running));
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
