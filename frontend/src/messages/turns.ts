import type { Action, Option } from '../wire/trace-types';
import type { Decision } from '../trace/decisions';
import { holdAt } from '../trace/holds';
import type { TraceLog } from '../trace/log';
import { momentAt, type TaskMoment } from '../trace/moment';
import type { SchedulerMessages } from './scheduler.en';
import { nanosText } from './story/nanos';

/** A task at a decision: what it is about to do, or why it cannot go on. Names in backticks. */
export interface Turn {
  readonly task: number;
  readonly name: string;
  readonly canGo: boolean;
  /** The digit that picks it, 0 for none. */
  readonly key: number;
  readonly text: string;
}

const KEYS = 9;
const PRINTED_CHARS_MAX = 24;

/** Every task that can go on at the end of `log`, and every one that waits there. */
export function turnsOf(
  log: TraceLog,
  decision: Decision,
  messages: SchedulerMessages,
): readonly Turn[] {
  const options = new Map(
    decision.options.map((option, place) => [option.task, { option, place }]),
  );
  const { tasks } = momentAt(log, log.steps.length - 1);
  return tasks.flatMap<Turn>((task) => {
    const { task: id, name } = task;
    const found = options.get(id);
    if (found === undefined) {
      const text = reasonOf(log, task, messages);
      return text === '' ? [] : [{ task: id, name, canGo: false, key: 0, text }];
    }
    const key = found.place < KEYS ? found.place + 1 : 0;
    return [{ task: id, name, canGo: true, key, text: doingOf(log, found.option, messages) }];
  });
}

/** What a task is about to do. */
function doingOf(log: TraceLog, { action, place }: Option, messages: SchedulerMessages): string {
  return messages.does[action.kind](whatOf(log, action, place));
}

function whatOf(log: TraceLog, action: Action, place: string): string {
  if (place !== '') return `\`${place}\``;
  if ('object' in action) return nameOf(log.objects[action.object]?.name);
  if ('child' in action) return log.tasks[action.child]?.name ?? '';
  switch (action.kind) {
    case 'print': {
      const text = action.text.trimEnd();
      return JSON.stringify(
        text.length > PRINTED_CHARS_MAX ? `${text.slice(0, PRINTED_CHARS_MAX)}…` : text,
      );
    }
    case 'sleep':
      return action.nanos > 0 ? nanosText(action.nanos) : '';
    case 'request':
      return action.request;
    default:
      return '';
  }
}

function nameOf(name: string | undefined): string {
  return name === undefined ? '' : `\`${name}\``;
}

/** Why a task cannot go on; empty for one that has nothing more to do, or goes on within another. */
function reasonOf(
  log: TraceLog,
  { state, type }: TaskMoment,
  { cannot }: SchedulerMessages,
): string {
  switch (state.kind) {
    case 'created':
    case 'ended':
      return '';
    case 'runnable':
      return type === 'thread' || type === 'process' ? cannot.notYet : '';
    case 'blocked': {
      const holder = holdAt(log, state.object, log.steps.length - 1)?.holder ?? -1;
      return cannot.blocked(nameOf(log.objects[state.object]?.name), log.tasks[holder]?.name ?? '');
    }
    case 'joining':
      return cannot.joining(log.tasks[state.other]?.name ?? '');
    case 'sleeping':
      return cannot.sleeping(nanosText(state.until));
    case 'network':
      return cannot.network(state.request);
    case 'suspended':
      return cannot.suspended;
    default:
      return state satisfies never;
  }
}
