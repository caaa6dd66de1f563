import type { Waiting } from '../../wire/trace-types';
import type { TraceLog } from '../log';
import { objectStateAt, taskStateAt } from '../moment';

/** Why somebody waits for ever, where the steps show it. */
export type Stuck =
  /** A notify came when nobody was in the waiting room yet. */
  | {
      readonly kind: 'early';
      readonly object: number;
      readonly waiter: number;
      readonly waitsAt: number;
      readonly notifier: number;
      readonly notifiedAt: number;
    }
  /** Whoever has the lock has ended without giving it back. */
  | {
      readonly kind: 'kept';
      readonly object: number;
      readonly waiter: number;
      readonly holder: number;
      readonly heldSince: number;
      readonly endedAt: number;
    };

/** The first wait of a deadlock without a circle that the steps explain. */
export function stuckIn(log: TraceLog): Stuck | undefined {
  const reason = log.verdict?.reason;
  if (reason?.kind !== 'deadlock' || reason.isCycle) return undefined;
  for (const waiting of reason.waiting) {
    const found = keptIn(log, waiting) ?? earlyIn(log, waiting);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keptIn(log: TraceLog, { task, object, holder, heldSince }: Waiting): Stuck | undefined {
  if (object < 0 || holder < 0 || log.objects[object]?.state.kind !== 'mutex') return undefined;
  if (taskStateAt(log, holder, log.steps.length - 1).kind !== 'ended') return undefined;
  const endedAt = log.index.tasks[holder]?.steps.at(-1) ?? -1;
  return { kind: 'kept', object, waiter: task, holder, heldSince, endedAt };
}

function earlyIn(log: TraceLog, { task, object }: Waiting): Stuck | undefined {
  if (log.objects[object]?.type !== 'condition') return undefined;
  const waits = log.steps.findLast(
    (step) => step.task === task && step.action.kind === 'wait' && step.action.object === object,
  );
  const early = log.steps.findLast(({ index, action }) => {
    if (action.kind !== 'notify' || action.object !== object) return false;
    const before = objectStateAt(log, object, index - 1);
    return index < (waits?.index ?? -1) && before?.kind === 'condition' && !before.waiters.length;
  });
  if (waits === undefined || early === undefined) return undefined;
  return {
    kind: 'early',
    object,
    waiter: task,
    waitsAt: waits.index,
    notifier: early.task,
    notifiedAt: early.index,
  };
}
