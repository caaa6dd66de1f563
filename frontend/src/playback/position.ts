import type { TraceLog } from '../trace/log';
import { clampStep } from '../trace/moment';
import { firstAbove, firstAtLeast } from '../trace/search';

/** Before the first step. */
export function first(_log: TraceLog): number {
  return -1;
}

export function last(log: TraceLog): number {
  return log.steps.length - 1;
}

export function next(log: TraceLog, step: number): number {
  return clampStep(log, step + 1);
}

export function previous(log: TraceLog, step: number): number {
  return clampStep(log, step - 1);
}

/** The task's next step, or `step` itself if it has none. */
export function nextOfTask(log: TraceLog, step: number, task: number): number {
  return after(log, log.index.tasks[task]?.steps ?? [], step);
}

/** The task's step before, or `step` itself if it has none. */
export function previousOfTask(log: TraceLog, step: number, task: number): number {
  return before(log.index.tasks[task]?.steps ?? [], step);
}

/** The next step that changes or uses the object, or `step` itself if there is none. */
export function nextChangeOfObject(log: TraceLog, step: number, object: number): number {
  const track = log.index.objects[object];
  if (!track) return step;
  const change = after(log, track.states.steps, step);
  const use = after(log, track.uses, step);
  if (change === step) return use;
  return use === step ? change : Math.min(change, use);
}

/** The last step that changed or used the object before `step`, or `step` itself. */
export function previousChangeOfObject(log: TraceLog, step: number, object: number): number {
  const track = log.index.objects[object];
  if (!track) return step;
  const change = before(track.states.steps, step);
  const use = before(track.uses, step);
  if (change === step) return use;
  return use === step ? change : Math.max(change, use);
}

/** The last step at or before a virtual time in nanoseconds; -1 if all come later. */
export function stepAtTime(log: TraceLog, time: number): number {
  let low = 0;
  let high = log.steps.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((log.steps[middle]?.time ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function after(log: TraceLog, steps: readonly number[], step: number): number {
  const found = steps[firstAbove(steps, step)];
  return found === undefined || found >= log.steps.length ? step : found;
}

function before(steps: readonly number[], step: number): number {
  return steps[firstAtLeast(steps, step) - 1] ?? step;
}
