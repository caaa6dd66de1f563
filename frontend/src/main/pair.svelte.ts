import { emptyLog, type TraceLog } from '../trace/log';
import { startRun } from '../wire/api/client';
import { RunStream } from '../wire/api/stream';
import type { Program } from '../wire/api/types';
import { replayOf } from './desk.svelte';

/** One execution of an exploration, run again for its picture. */
export interface Replayed {
  readonly run: string;
  readonly log: TraceLog;
}

/** A program and the schedules of two executions of it; an empty schedule is of none. */
export interface PairWish {
  readonly program: Program;
  readonly failing: string;
  readonly passing: string;
}

/** The first failure and the nearest execution that passes, side by side. */
export class Pair {
  failing = $state.raw<Replayed | undefined>(undefined);
  passing = $state.raw<Replayed | undefined>(undefined);
  isFetching = $state(false);
  hasFailed = $state(false);
  #visit = 0;
  #key = $state('');

  /** Runs both again, unless they are there. */
  async fetch({ program, failing, passing }: PairWish): Promise<void> {
    const key = keyOf({ program, failing, passing });
    if (key === this.#key && !this.hasFailed) return;
    this.#key = key;
    const visit = ++this.#visit;
    this.failing = undefined;
    this.passing = undefined;
    this.hasFailed = false;
    this.isFetching = true;
    try {
      const [one, other] = await Promise.all(
        [failing, passing].map((schedule) =>
          schedule === '' ? undefined : replayed(replayOf(program, schedule)),
        ),
      );
      if (visit !== this.#visit) return;
      this.failing = one;
      this.passing = other;
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
    const [source, failing, passing] = this.#key.split('\0');
    if (source !== program.source) return undefined;
    if (schedule === failing) return this.failing?.run;
    return schedule === passing ? this.passing?.run : undefined;
  }
}

function keyOf({ program, failing, passing }: PairWish): string {
  return [program.source, failing, passing].join('\0');
}

async function replayed(program: Program): Promise<Replayed> {
  const { id } = await startRun(program);
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    new RunStream(id, 0, {
      state: () => undefined,
      entries: (more) => lines.push(...more),
      end: () => resolve(),
      lost: () => undefined,
      failed: reject,
    });
  });
  const log = emptyLog().append(lines);
  if (log.steps.length === 0) throw new Error('the schedule could not be replayed');
  return { run: id, log };
}
