import type { Ending, Race } from '../wire/trace-types';
import type { Explored } from './entries';

/** What all executions together say, so far. */
export type Finding =
  /** None has ended yet. */
  | { readonly kind: 'nothing' }
  /** Every execution that differs was seen, and all end alike. */
  | { readonly kind: 'same'; readonly executions: number; readonly output: string }
  /** Every one was seen and none fails, but they print different things. */
  | { readonly kind: 'various'; readonly executions: number; readonly endings: number }
  /** Some fail; `wrong` of `executions`. */
  | {
      readonly kind: 'wrong';
      readonly wrong: number;
      readonly executions: number;
      readonly isComplete: boolean;
    }
  /** None fails by itself, but what comes out depends on accesses that nothing orders. */
  | { readonly kind: 'racing'; readonly executions: number; readonly endings: number }
  /** None fails by itself, but in `stuck` of them tasks go round for ever. */
  | { readonly kind: 'stuck'; readonly stuck: number; readonly executions: number }
  /** Some reached a limit and were not finished; the others are fine. */
  | { readonly kind: 'cut'; readonly cut: number; readonly executions: number }
  /** None fails among those seen; `estimated` is -1 where nobody can say how many there are. */
  | { readonly kind: 'unfound'; readonly executions: number; readonly estimated: number };

export function findingOf(explored: Explored | undefined): Finding {
  if (explored === undefined || explored.explored === 0) return { kind: 'nothing' };
  const { explored: executions, complete: isComplete, estimated, outcomes } = explored;
  const wrong = total(outcomes.filter(isWrong));
  if (outcomes.some(isWrong)) return { kind: 'wrong', wrong, executions, isComplete };
  if (isRacing(explored)) return { kind: 'racing', executions, endings: outcomes.length };
  const cut = total(outcomes.filter(({ verdict }) => verdict === 'limit'));
  if (isStuck(explored)) return { kind: 'stuck', stuck: cut, executions };
  if (cut > 0) return { kind: 'cut', cut, executions };
  if (!isComplete) return { kind: 'unfound', executions, estimated };
  const only = outcomes[0];
  return only !== undefined && outcomes.length === 1
    ? { kind: 'same', executions, output: only.output }
    : { kind: 'various', executions, endings: outcomes.length };
}

/** Whether an execution that ends so has failed. */
export function isWrong({ verdict }: Ending): boolean {
  return verdict !== 'passed' && verdict !== 'limit';
}

/** Whether a race is all that is wrong: there is something to show, and nothing that failed. */
export function isRacing(explored: Explored): boolean {
  return explored.schedule !== '' && !explored.outcomes.some(isWrong) && !isStuck(explored);
}

/** Whether the worst that is to be shown are tasks that go round and never get any further. */
export function isStuck(explored: Explored): boolean {
  return !explored.outcomes.some(isWrong) && shownOf(explored)?.verdict === 'limit';
}

/** The ending whose schedule is shown, if it is among those that are told. */
function shownOf({ outcomes, schedule }: Explored): Ending | undefined {
  return outcomes.find((each) => schedule !== '' && each.schedule === schedule);
}

function total(outcomes: readonly Ending[]): number {
  return outcomes.reduce((sum, { count }) => sum + count, 0);
}

/** The ending that is shown as the failure; nothing where none failed. */
export function failureOf(explored: Explored): Ending | undefined {
  const { outcomes } = explored;
  const shown = shownOf(explored);
  if (isStuck(explored)) return shown;
  if (isRacing(explored)) return shown && { ...shown, verdict: 'race' };
  return shown !== undefined && isWrong(shown) ? shown : outcomes.find(isWrong);
}

/** Why an execution can fail, as far as the accesses that nothing orders tell. */
export type Cause =
  /** One comes between another's read and its write, so that one write is lost. */
  | {
      readonly kind: 'lost';
      readonly object: string;
      readonly tasks: readonly string[];
      readonly lines: readonly number[];
    }
  /** One reads what another writes, before or after. */
  | {
      readonly kind: 'early';
      readonly object: string;
      readonly reader: string;
      readonly readLine: number;
      readonly writer: string;
      readonly writeLine: number;
    }
  /** Two write, and the later one stays. */
  | {
      readonly kind: 'last';
      readonly object: string;
      readonly tasks: readonly string[];
      readonly lines: readonly number[];
    }
  /** Nothing but the order decides. */
  | { readonly kind: 'order' };

export function causeOf(races: readonly Race[]): Cause {
  for (const object of new Set(races.map((race) => race.object))) {
    const cause = causeIn(races.filter((race) => race.object === object));
    if (cause.kind === 'lost') return cause;
  }
  return races[0] === undefined ? { kind: 'order' } : causeIn([races[0]]);
}

function causeIn(races: readonly Race[]): Cause {
  const accesses = races.flatMap(({ first, second }) => [first, second]);
  const object = races[0]?.object ?? '';
  const reads = accesses.filter(({ write }) => !write);
  const writes = accesses.filter(({ write }) => write);
  const writers = distinct(writes.map(({ task }) => task));
  const isOneStatement = reads.some(({ line }) => writes.some((write) => write.line === line));
  const lines = [...distinct(accesses.map(({ line }) => line))].sort((one, other) => one - other);
  if (reads.length > 0 && (writers.length > 1 || isOneStatement)) {
    return { kind: 'lost', object, tasks: distinct(accesses.map(({ task }) => task)), lines };
  }
  const [read, write] = [reads[0], writes[0]];
  if (read !== undefined && write !== undefined) {
    return {
      kind: 'early',
      object,
      reader: read.task,
      readLine: read.line,
      writer: write.task,
      writeLine: write.line,
    };
  }
  return { kind: 'last', object, tasks: writers, lines };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
