import { type Choice, settled, type Settling } from './settle';
import { bounded, fitted, isSameView, panned, spanOf, type Viewport, zoomed } from './viewport';

const EDGE_PIXELS = 28;

/** Which part of the run is in sight, and whether the reader chose it. Confined to one timeline. */
export class Camera {
  view = $state.raw<Viewport>({
    scale: 'steps',
    start: 0,
    pixelsPerUnit: 30,
    width: 0,
    extent: 0,
  });
  #choice: Choice = 'comfortable';
  #isScrubbing = false;
  #step = Number.NaN;

  /** Something around the view has changed, perhaps the step. */
  settle(step: number, now: Omit<Settling, 'hasMoved' | 'isScrubbing'>): void {
    if (this.view.scale !== now.scale) this.#choice = 'comfortable';
    const hasMoved = step !== this.#step;
    this.#step = step;
    const settling = { ...now, hasMoved, isScrubbing: this.#isScrubbing };
    const view = settled(this.view, this.#choice, settling);
    // The same view stays the same object, so that nothing is drawn anew.
    if (!isSameView(view, this.view)) this.view = view;
  }

  /** The playhead is dragged to `x`; at the edges the picture comes along. */
  scrub(x: number): void {
    this.#isScrubbing = true;
    const { width } = this.view;
    if (x < EDGE_PIXELS) this.#own(panned(this.view, x - EDGE_PIXELS));
    else if (x > width - EDGE_PIXELS) this.#own(panned(this.view, x - width + EDGE_PIXELS));
  }

  /** The playhead is being dragged. */
  get isScrubbing(): boolean {
    return this.#isScrubbing;
  }

  stopScrubbing(): void {
    this.#isScrubbing = false;
  }

  pan(pixels: number): void {
    this.#own(panned(this.view, pixels));
  }

  zoom(factor: number, x: number): void {
    this.#own(zoomed(this.view, factor, x));
  }

  /** Puts a unit in the middle. */
  centre(unit: number): void {
    this.#own(bounded({ ...this.view, start: unit - spanOf(this.view) / 2 }));
  }

  /** Shows the whole run, and keeps showing it while it grows. */
  fit(): void {
    this.#choice = 'whole';
    this.view = fitted(this.view);
  }

  #own(view: Viewport): void {
    this.#choice = 'own';
    this.view = view;
  }
}
