import { bounded, comfortable, fitted, following, type Scale, type Viewport } from './viewport';

/** How the view was chosen: for the reader, to show everything, or by the reader's own zooming. */
export type Choice = 'comfortable' | 'whole' | 'own';

export interface Settling {
  readonly scale: Scale;
  readonly width: number;
  readonly extent: number;
  readonly behind?: number | undefined;
  /** Where the playhead is. */
  readonly unit: number;
  readonly hasMoved: boolean;
  /** The playhead is being dragged: the picture stays under the pointer. */
  readonly isScrubbing: boolean;
}

/** The view after something around it has changed. */
export function settled(view: Viewport, choice: Choice, now: Settling): Viewport {
  const { scale, width, extent, behind } = now;
  const resized = { ...view, width, extent, behind };
  if (view.scale !== scale) {
    const fresh = comfortable({ ...resized, scale, start: 0 });
    return following(fresh, now.unit);
  }
  if (choice === 'whole') return fitted(resized);
  const next = choice === 'comfortable' ? comfortable(resized) : bounded(resized);
  if (now.isScrubbing) return next;
  return now.hasMoved || choice === 'comfortable' ? following(next, now.unit) : next;
}
