import type { ShellMessages } from '../../messages/shell.en';
import type { Moment, TaskMoment } from '../../trace/moment';
import { formatNanos } from '../transport/format';

/** Where a task stands in the source, and what it waits for there. */
export interface SourceMark {
  readonly line: number;
  readonly task: number;
  readonly name: string;
  readonly isRunning: boolean;
  /** Shown behind the line; empty when the task is not held up. */
  readonly ghost: string;
}

/** The marks of a moment: one for every task that lives and stands at a line. */
export function marksOf(moment: Moment, shell: ShellMessages): readonly SourceMark[] {
  return moment.tasks
    .filter((each) => each.line > 0 && each.state.kind !== 'ended' && each.state.kind !== 'created')
    .map((each) => ({
      line: each.line,
      task: each.task,
      name: each.name,
      isRunning: each.isRunning,
      ghost: ghostOf(each, moment, shell),
    }));
}

function ghostOf(task: TaskMoment, moment: Moment, shell: ShellMessages): string {
  const { state } = task;
  switch (state.kind) {
    case 'blocked':
      return shell.editor.waitsFor(
        task.name,
        objectName(moment, state.object),
        holderOf(moment, state.object),
      );
    case 'joining':
      return shell.editor.joins(task.name, taskName(moment, state.other));
    case 'sleeping':
      return shell.editor.sleeps(task.name, formatNanos(state.until));
    case 'network':
      return shell.editor.network(task.name, state.request);
    case 'created':
    case 'suspended':
    case 'runnable':
    case 'ended':
      return '';
    default:
      return state satisfies never;
  }
}

function objectName(moment: Moment, object: number): string {
  const found = moment.objects.find((each) => each.object === object);
  return found?.info.name || `#${object}`;
}

function holderOf(moment: Moment, object: number): string {
  const state = moment.objects.find((each) => each.object === object)?.state;
  return state?.kind === 'mutex' && state.owner >= 0 ? taskName(moment, state.owner) : '';
}

function taskName(moment: Moment, task: number): string {
  return moment.tasks.find((each) => each.task === task)?.name ?? `#${task}`;
}
