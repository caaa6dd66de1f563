import { fetchRun, fetchRunTrace, startRun, stopRun } from '../wire/api/client';
import { RunStream, type Watcher } from '../wire/api/stream';
import type { Program, Run, RunState, Settings } from '../wire/api/types';
import type { Notices, ProblemSentences } from './notices.svelte';
import type { Playback } from './playback.svelte';

/** Where a run stands, as the page says it. */
export type Phase = 'idle' | 'loading' | 'starting' | RunState;

export const RUN_PROBLEMS: ProblemSentences = {
  404: (shell) => shell.problems.runNotFound,
  429: (shell) => shell.problems.tooMany,
};

/** Starts, watches and stops the one run the page shows. */
export class Runner {
  phase = $state<Phase>('idle');
  run = $state.raw<Run | undefined>(undefined);
  /** How what is shown or asked for is run. */
  settings = $state.raw<Settings | undefined>(undefined);
  place = $state<number | undefined>(undefined);
  isStopping = $state(false);
  /** When the connection is gone: milliseconds until the next attempt. */
  retryMillis = $state<number | undefined>(undefined);
  #stream: RunStream | undefined;
  #visit = 0;

  constructor(
    readonly playback: Playback,
    readonly notices: Notices,
  ) {}

  /** Whether many executions are shown instead of one. */
  get isExploration(): boolean {
    return (this.run?.settings ?? this.settings)?.explore !== undefined;
  }

  get isBusy(): boolean {
    return this.phase === 'starting' || this.phase === 'queued' || this.phase === 'running';
  }

  /** Shows no run. What was running goes on without a watcher. */
  leave(awaitedStep?: number): void {
    this.#forget();
    this.playback.clear(awaitedStep);
  }

  /** The page is about a run that has ended elsewhere; the playback was told of it. */
  hold(run: Run): void {
    this.#forget();
    this.run = run;
    this.phase = run.state;
  }

  #forget(): void {
    this.#visit++;
    this.#stream?.close();
    this.#stream = undefined;
    this.phase = 'idle';
    this.run = undefined;
    this.settings = undefined;
    this.place = undefined;
    this.isStopping = false;
    this.retryMillis = undefined;
  }

  /** Runs a program and shows it; gives the run, or nothing when it could not be started. */
  async start(program: Program): Promise<Run | undefined> {
    this.leave();
    const visit = this.#visit;
    this.phase = 'starting';
    this.settings = program.settings;
    try {
      const run = await startRun(program);
      if (visit !== this.#visit) return undefined;
      this.#watch(run);
      return run;
    } catch (error) {
      if (visit !== this.#visit) return undefined;
      this.phase = 'idle';
      this.notices.fail(error, RUN_PROBLEMS);
      return undefined;
    }
  }

  /** Shows a run that exists: from its stored trace when it has ended, else as it goes on. */
  async open(id: string, awaitedStep?: number): Promise<Run | undefined> {
    this.leave(awaitedStep);
    const visit = this.#visit;
    this.phase = 'loading';
    try {
      const run = await fetchRun(id);
      if (visit !== this.#visit) return undefined;
      if (run.state === 'finished') await this.show(run, fetchRunTrace(id), visit);
      else this.#watch(run);
      return run;
    } catch (error) {
      if (visit === this.#visit) {
        this.phase = 'idle';
        this.notices.fail(error, RUN_PROBLEMS, () => void this.open(id, awaitedStep));
      }
      return undefined;
    }
  }

  /** Shows a run that has ended, with the lines of its trace. */
  async show(
    run: Run,
    lines: Promise<readonly string[]>,
    visit: number = this.#visit,
  ): Promise<void> {
    this.phase = 'loading';
    const trace = await lines;
    if (visit !== this.#visit) return;
    this.run = run;
    await this.playback.append(trace);
    if (visit === this.#visit) this.phase = run.state;
  }

  async stop(): Promise<void> {
    const run = this.run;
    if (run === undefined || !this.isBusy) return;
    this.isStopping = true;
    try {
      await stopRun(run.id);
    } catch (error) {
      this.isStopping = false;
      this.notices.fail(error, {}, () => void this.stop());
    }
  }

  /** The network is back: no need to wait. */
  retryNow(): void {
    this.#stream?.retryNow();
  }

  #watch(run: Run): void {
    this.run = run;
    this.phase = run.state === 'running' ? 'running' : 'queued';
    this.place = run.place;
    this.#stream = new RunStream(run.id, 0, this.#watcher(this.#visit));
  }

  #watcher(visit: number): Watcher {
    return {
      state: (state, place) => {
        this.retryMillis = undefined;
        this.phase = state;
        this.place = place;
      },
      entries: (lines) => {
        this.retryMillis = undefined;
        if (this.phase === 'queued') this.phase = 'running';
        this.#append(lines, visit);
      },
      end: (run) => {
        this.run = run;
        this.phase = run.state;
        this.retryMillis = undefined;
        this.isStopping = false;
      },
      lost: (retryMillis) => {
        this.retryMillis = retryMillis;
      },
      failed: (error) => {
        this.phase = 'idle';
        this.retryMillis = undefined;
        this.notices.fail(error, RUN_PROBLEMS);
      },
    };
  }

  #append(lines: readonly string[], visit: number): void {
    this.playback.append(lines).catch((error: unknown) => {
      if (visit !== this.#visit) return;
      this.leave();
      this.notices.fail(error);
    });
  }
}
