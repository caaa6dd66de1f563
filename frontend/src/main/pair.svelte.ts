import type { TraceLog } from '../trace/log';
import type { Program } from '../wire/api/types';
import { replayOf } from './desk.svelte';
import { executed } from './execution';

/** One execution of an exploration, run again for its picture. */
export interface Replayed {
  readonly run: string;
  readonly log: TraceLog;
}

/** A program and the schedules of two executions of it; an empty schedule is of none. */
export interface PairWish {
  readonly program: Program;
  readonly upper: string;
  readonly lower: string;
}

const KEPT_MAX = 8;

/** Two executions side by side. */
export class Pair {
  upper = $state.raw<Replayed | undefined>(undefined);
  lower = $state.raw<Replayed | undefined>(undefined);
  isFetching = $state(false);
  hasFailed = $state(false);
  #visit = 0;
  #key = $state('');
  readonly #kept = new Map<string, Promise<Replayed>>();

  /** Runs both again, unless they are there. */
  async fetch({ program, upper, lower }: PairWish): Promise<void> {
    const key = keyOf({ program, upper, lower });
    if (key === this.#key && !this.hasFailed) return;
    this.#key = key;
    const visit = ++this.#visit;
    this.upper = undefined;
    this.lower = undefined;
    this.hasFailed = false;
    this.isFetching = true;
    try {
      const [one, other] = await Promise.all(
        [upper, lower].map((schedule) =>
          schedule === '' ? undefined : this.#replayed(program, schedule),
        ),
      );
      if (visit !== this.#visit) return;
      this.upper = one;
      this.lower = other;
    } catch {
      // Said where the picture would be; the buttons beside it still work.
      if (visit === this.#visit) this.hasFailed = true;
    } finally {
      if (visit === this.#visit) this.isFetching = false;
    }
  }

  /** Whether this is what is shown, or will be. */
  isOf(wish: PairWish): boolean {
    return keyOf(wish) === this.#key;
  }

  /** The run there is already of this schedule of the program. */
  runOf(program: Program, schedule: string): string | undefined {
    const [source, upper, lower] = this.#key.split('\0');
    if (source !== program.source) return undefined;
    if (schedule === upper) return this.upper?.run;
    return schedule === lower ? this.lower?.run : undefined;
  }

  /** What was run again lately is not run once more. */
  #replayed(program: Program, schedule: string): Promise<Replayed> {
    const key = [program.source, schedule].join('\0');
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= KEPT_MAX && oldest !== undefined) this.#kept.delete(oldest);
    const asked = replayed(replayOf(program, schedule));
    this.#kept.set(key, asked);
    asked.catch(() => this.#kept.delete(key));
    return asked;
  }
}

function keyOf({ program, upper, lower }: PairWish): string {
  return [program.source, upper, lower].join('\0');
}

async function replayed(program: Program): Promise<Replayed> {
  const { run, log } = await executed(program);
  if (log.steps.length === 0 || log.verdict?.verdict === 'rejected') {
    throw new Error('the schedule could not be replayed');
  }
  return { run: run.id, log };
}
