import type { VerdictMessages } from '../../messages/verdict.en';
import type { TraceLog } from '../../trace/log';
import { taskNameAt } from '../../trace/moment';
import type { Waiting } from '../../wire/trace-types';

/** One who waits, in words, with the places to go to. */
export interface WaitingLine {
  readonly task: number;
  readonly text: string;
  readonly line: number;
  readonly holder: number;
  readonly held: string;
  readonly since: string;
  /** The step since which it is held, -1 where not known. */
  readonly heldSince: number;
}

/** Says a wait. */
export function waitingLine(each: Waiting, log: TraceLog, texts: VerdictMessages): WaitingLine {
  const { task, line, object, holder, heldSince } = each;
  const name = nameOf(log, task);
  const isForEnd = object < 0;
  return {
    task,
    line,
    holder,
    heldSince,
    text: isForEnd
      ? texts.waitsForEnd(name, line, nameOf(log, holder))
      : texts.waits(name, line, log.objects[object]?.name || `#${object}`),
    held: heldText(each, log, texts),
    since: isForEnd || heldSince < 0 ? '' : texts.heldSince(heldSince),
  };
}

function heldText({ object, holder }: Waiting, log: TraceLog, texts: VerdictMessages): string {
  if (object < 0) return '';
  if (log.objects[object]?.type === 'future') {
    return holder < 0 ? texts.workedOnByNobody : texts.workedOnBy(nameOf(log, holder));
  }
  return holder < 0 ? '' : texts.heldBy(nameOf(log, holder));
}

function nameOf(log: TraceLog, task: number): string {
  return taskNameAt(log, task, log.steps.length - 1);
}
