import type { Step } from './entries';
import type { TraceLog } from './log';

/**
 * The first step at which two executions of one program differ: in who acts, at which line, or in
 * what becomes of it. -1 when one is the beginning of the other and there is no such step in both.
 */
export function firstDifference(one: TraceLog, other: TraceLog): number {
  const shared = Math.min(one.steps.length, other.steps.length);
  for (let step = 0; step < shared; step++) {
    if (keyOf(one.steps[step]) !== keyOf(other.steps[step])) return step;
  }
  return -1;
}

/** Times are left out: what happens counts, not when. */
function keyOf(step: Step | undefined): string {
  return step === undefined
    ? ''
    : JSON.stringify([step.task, step.line, step.action, step.outcome]);
}
