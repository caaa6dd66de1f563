import type { Step } from '../entries';
import type { TraceLog } from '../log';

/** A change of a variable that another task wrote over without ever having seen it. */
export interface Overwritten {
  readonly object: number;
  /** Whose change is lost, and the step that made it. */
  readonly loser: number;
  readonly lostAt: number;
  /** Who wrote over it, having read the variable before. */
  readonly writer: number;
  readonly readAt: number;
  readonly writtenAt: number;
  /** What the writer had read. */
  readonly value: string;
  /** Both had read the same before either wrote. */
  readonly isMutual: boolean;
}

/** What a task knows of a variable: its last read that it has not written since. */
interface Known {
  readonly at: number;
  readonly value: string;
}

interface Variable {
  readonly read: Map<number, Known>;
  written: { readonly task: number; readonly at: number; readonly read: Known | undefined };
}

const NOBODY = { task: -1, at: -1, read: undefined };

/** The first change that was lost; nothing where reads and writes are not recorded. */
export function overwrittenIn(log: TraceLog): Overwritten | undefined {
  const variables = new Map<number, Variable>();
  for (const step of log.steps) {
    const found = passed(step, variables);
    if (found !== undefined) return found;
  }
  return undefined;
}

function passed(
  { index, task, action, outcome }: Step,
  variables: Map<number, Variable>,
): Overwritten | undefined {
  if ((action.kind !== 'read' && action.kind !== 'write') || outcome !== 'done') return undefined;
  const { object } = action;
  const variable = variables.get(object) ?? { read: new Map(), written: NOBODY };
  variables.set(object, variable);
  const { read, written } = variable;
  if (action.kind === 'read') {
    read.set(task, { at: index, value: action.value });
    return undefined;
  }
  const known = read.get(task);
  read.delete(task);
  variable.written = { task, at: index, read: known };
  if (known === undefined || written.task === task || written.at < known.at) return undefined;
  return {
    object,
    loser: written.task,
    lostAt: written.at,
    writer: task,
    readAt: known.at,
    writtenAt: index,
    value: known.value,
    isMutual: written.read?.value === known.value,
  };
}
