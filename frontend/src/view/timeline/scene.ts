import type { LaneRow } from '../../trace/lane-tree';
import type { TraceLog } from '../../trace/log';
import type { HandoverKind } from '../../trace/handovers';
import type { PictureMessages } from '../../messages/picture.en';
import type { Palette } from './palette';
import type { Viewport } from './viewport';

/** Heights of a row and its bar in pixels. */
export interface RowShape {
  readonly height: number;
  readonly barTop: number;
  readonly barHeight: number;
}

/** Everything the picture of the lanes depends on. A value. */
export interface Scene {
  readonly log: TraceLog;
  readonly rows: readonly LaneRow[];
  /** The row in which a task is seen, its own or the folded one it is in. */
  readonly rowOfTask: ReadonlyMap<number, number>;
  readonly shape: RowShape;
  readonly view: Viewport;
  /** Pixels of rows above the visible part. */
  readonly scrolled: number;
  readonly height: number;
  readonly palette: Palette;
  readonly messages: PictureMessages;
  readonly hiddenArrows: ReadonlySet<HandoverKind>;
}

/** Rows as high as there is room for, within what reads well. */
export function rowShape(rows: number, height: number): RowShape {
  const wanted = Math.floor(height / Math.max(1, rows));
  const rowHeight = Math.max(36, Math.min(68, wanted));
  const label = 16;
  const barHeight = Math.min(28, rowHeight - label - 4);
  const spare = rowHeight - label - barHeight;
  return { height: rowHeight, barTop: label + Math.round(spare / 2), barHeight };
}

/** The first and the last row of which something is seen. */
export function visibleRows(scene: Scene): readonly [number, number] {
  const first = Math.max(0, Math.floor(scene.scrolled / scene.shape.height));
  const last = Math.floor((scene.scrolled + scene.height) / scene.shape.height);
  return [first, Math.min(last, scene.rows.length - 1)];
}

/** Where a row begins, in pixels of the visible part. */
export function rowTop(scene: Scene, row: number): number {
  return row * scene.shape.height - scene.scrolled;
}

/** The middle of a row's bar. */
export function barMiddle(scene: Scene, row: number): number {
  return rowTop(scene, row) + scene.shape.barTop + scene.shape.barHeight / 2;
}

/** Where a step stands along the scale: the middle of its column, or its time. */
export function unitOfStep(scene: Pick<Scene, 'log' | 'view'>, step: number): number {
  if (scene.view.scale === 'steps') return step + 0.5;
  return step < 0 ? 0 : (scene.log.steps[step]?.time ?? 0);
}

/** The units a trace has along a scale. */
export function extentOf(log: TraceLog, scale: Viewport['scale']): number {
  return scale === 'steps' ? log.steps.length : (log.steps[log.steps.length - 1]?.time ?? 0);
}

/** The row of each task, given what is folded. */
export function rowsOfTasks(rows: readonly LaneRow[]): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  rows.forEach((row, place) => {
    map.set(row.task, place);
    for (const task of row.inside) map.set(task, place);
  });
  return map;
}
