/** Which scale the timeline has: every step the same width, or virtual nanoseconds. */
export type Scale = 'steps' | 'time';

/**
 * The part of a scale that is seen: `start` is the unit (step or nanosecond) at the left edge,
 * `width` the pixels there are, `extent` the units the trace has. A value.
 */
export interface Viewport {
  readonly scale: Scale;
  readonly start: number;
  readonly pixelsPerUnit: number;
  readonly width: number;
  readonly extent: number;
  /** Pixels kept free behind the last unit, where more than usual is written there. */
  readonly behind?: number | undefined;
}

/** Room in pixels before the first and after the last unit. */
const LEFT_PIXELS = 18;
const RIGHT_PIXELS = 78;
const STEP_PIXELS_MAX = 180;
const STEP_PIXELS_COMFORTABLE = 30;
const STEP_PIXELS_ROOMY = 64;
const NANOS_SEEN_MIN = 400;

export function xOf(view: Viewport, unit: number): number {
  return (unit - view.start) * view.pixelsPerUnit;
}

export function unitAt(view: Viewport, x: number): number {
  return view.start + x / view.pixelsPerUnit;
}

export function spanOf(view: Viewport): number {
  return view.width / view.pixelsPerUnit;
}

/** Everything at once. */
export function fitted(view: Viewport): Viewport {
  return bounded({ ...view, pixelsPerUnit: leastPixels(view), start: 0 });
}

/** As a reader would first want it: all of a short trace, a readable part of a long one. */
export function comfortable(view: Viewport): Viewport {
  if (view.scale === 'time') return fitted(view);
  const all = leastPixels(view);
  const pixelsPerUnit =
    all >= STEP_PIXELS_COMFORTABLE ? Math.min(all, STEP_PIXELS_ROOMY) : STEP_PIXELS_COMFORTABLE;
  return bounded({ ...view, pixelsPerUnit });
}

/** Zoomed by a factor, what is at `x` staying where it is. */
export function zoomed(view: Viewport, factor: number, x: number): Viewport {
  const least = Math.min(leastPixels(view), mostPixels(view));
  const wanted = view.pixelsPerUnit * factor;
  const pixelsPerUnit = Math.max(least, Math.min(wanted, mostPixels(view)));
  return bounded({ ...view, pixelsPerUnit, start: unitAt(view, x) - x / pixelsPerUnit });
}

export function panned(view: Viewport, pixels: number): Viewport {
  return bounded({ ...view, start: view.start + pixels / view.pixelsPerUnit });
}

/** Moved as little as needed so that `unit` stands well inside. */
export function following(view: Viewport, unit: number): Viewport {
  const x = xOf(view, unit);
  const left = view.width * 0.12;
  const free = view.behind === undefined ? 0 : view.behind + view.pixelsPerUnit / 2;
  const right = Math.min(view.width * 0.82, view.width - free);
  if (x >= left && x <= right) return view;
  return panned(view, x < left ? x - left : x - right);
}

/** So that neither more than the trace nor nothing of it is seen. */
export function bounded(view: Viewport): Viewport {
  const earliest = -LEFT_PIXELS / view.pixelsPerUnit;
  const latest = view.extent + behind(view) / view.pixelsPerUnit - spanOf(view);
  return { ...view, start: Math.max(earliest, Math.min(view.start, latest)) };
}

export function isSameView(one: Viewport, other: Viewport): boolean {
  return (
    one.start === other.start &&
    one.pixelsPerUnit === other.pixelsPerUnit &&
    one.width === other.width &&
    one.extent === other.extent &&
    one.behind === other.behind &&
    one.scale === other.scale
  );
}

function leastPixels(view: Viewport): number {
  const room = Math.max(1, view.width - LEFT_PIXELS - behind(view));
  return room / Math.max(view.extent, view.scale === 'steps' ? 1 : NANOS_SEEN_MIN);
}

function behind(view: Viewport): number {
  return view.behind ?? RIGHT_PIXELS;
}

function mostPixels(view: Viewport): number {
  return view.scale === 'steps' ? STEP_PIXELS_MAX : Math.max(1, view.width) / NANOS_SEEN_MIN;
}
