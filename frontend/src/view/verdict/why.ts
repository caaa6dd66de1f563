import type { VerdictMessages } from '../../messages/verdict.en';
import type { TraceLog } from '../../trace/log';
import { taskNameAt } from '../../trace/moment';
import { overwrittenIn } from '../../trace/judging/overwritten';
import { stuckIn } from '../../trace/judging/stuck';

/** What happened that made a run end so: a sentence, and the steps it is about. */
export interface Why {
  readonly sentence: string;
  readonly steps: readonly number[];
}

/** A change that was lost on the way, where the trace has reads and writes. */
export function whyLost(log: TraceLog, texts: VerdictMessages): Why | undefined {
  const found = overwrittenIn(log);
  if (found === undefined) return undefined;
  const { object, loser, writer, value, isMutual, readAt, lostAt, writtenAt } = found;
  const told = {
    loser: taskName(log, loser),
    writer: taskName(log, writer),
    object: objectName(log, object),
    value,
  };
  return {
    sentence: isMutual ? texts.lostMutually(told) : texts.lostUnseen(told),
    steps: [readAt, lostAt, writtenAt],
  };
}

/** What a task of a deadlock waits for in vain, where the steps show why. */
export function whyStuck(log: TraceLog, texts: VerdictMessages): Why | undefined {
  const found = stuckIn(log);
  if (found === undefined) return undefined;
  const [object, waiter] = [objectName(log, found.object), taskName(log, found.waiter)];
  switch (found.kind) {
    case 'early':
      return {
        sentence: texts.early({ object, waiter, other: taskName(log, found.notifier) }),
        steps: [found.notifiedAt, found.waitsAt],
      };
    case 'kept':
      return {
        sentence: texts.kept({ object, waiter, other: taskName(log, found.holder) }),
        steps: [found.heldSince, found.endedAt].filter((step) => step >= 0),
      };
    default:
      return found satisfies never;
  }
}

function taskName(log: TraceLog, task: number): string {
  return taskNameAt(log, task, log.steps.length - 1);
}

function objectName(log: TraceLog, object: number): string {
  return log.objects[object]?.name || `#${object}`;
}
