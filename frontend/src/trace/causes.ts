import { holdAt } from './holds';
import type { HandoverKind } from './handovers';
import type { TraceLog } from './log';
import { firstAtLeast } from './search';

/** One link of a cause chain: the step `from` is why the step `to` could happen, or could not. */
export interface Cause {
  readonly from: number;
  readonly to: number;
  /** `before`: the same task's step before; `held`: the step that took what `to` waits for. */
  readonly kind: HandoverKind | 'before' | 'held';
}

/** How many links a chain has at most: what an eye can still follow. */
export const CHAIN_LINKS_MAX = 24;

/**
 * Why `step` happened when it did, walked back: a step that had to wait goes back to whoever
 * ended the waiting, any other to the task's own step before. Nearest link first.
 */
export function causesOf(log: TraceLog, step: number): readonly Cause[] {
  const causes: Cause[] = [];
  let at = step;
  while (causes.length < CHAIN_LINKS_MAX) {
    const cause = causeOf(log, at, at === step);
    if (!cause) break;
    causes.push(cause);
    at = cause.from;
  }
  return causes;
}

function causeOf(log: TraceLog, at: number, isFirst: boolean): Cause | undefined {
  const step = log.steps[at];
  if (!step) return undefined;
  if (step.outcome === 'blocked' && 'object' in step.action) {
    const hold = holdAt(log, step.action.object, at);
    if (hold && hold.since >= 0 && hold.since < at && hold.holder !== step.task) {
      return { from: hold.since, to: at, kind: 'held' };
    }
  }
  const received = log.index.handovers.received(at);
  if (received && (isFirst || received.isAwaited || received.kind === 'start')) {
    return { from: received.from, to: at, kind: received.kind };
  }
  const own = log.index.tasks[step.task]?.steps ?? [];
  const from = own[firstAtLeast(own, at) - 1];
  return from === undefined ? undefined : { from, to: at, kind: 'before' };
}
