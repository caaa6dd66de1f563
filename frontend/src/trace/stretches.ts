import type { TaskState } from '../wire/trace-types';
import type { Step } from './entries';

/** What a task is doing along a stretch of its lane. */
export const Doing = {
  nothing: 0,
  runnable: 1,
  running: 2,
  blocked: 3,
  joining: 4,
  sleeping: 5,
  network: 6,
} as const;
export type Doing = (typeof Doing)[keyof typeof Doing];

/**
 * The stretches of one lane along one scale, without gaps: each begins where the one before ends,
 * the last one is open. Columns instead of objects, because there are hundreds of thousands.
 */
export class Stretches {
  readonly starts: number[] = [0];
  readonly doings: Doing[] = [Doing.nothing];
  /** The object (blocked) or task (joining) waited for, else -1. */
  readonly references: number[] = [-1];

  get length(): number {
    return this.starts.length;
  }

  get lastStart(): number {
    return this.starts[this.starts.length - 1] ?? 0;
  }

  get lastDoing(): Doing {
    return this.doings[this.doings.length - 1] ?? Doing.nothing;
  }

  /** From `start` on (never before the last start) the task does this. */
  begin(start: number, doing: Doing, reference: number): void {
    let last = this.starts.length - 1;
    if (start <= this.lastStart && last > 0) {
      this.starts.pop();
      this.doings.pop();
      this.references.pop();
      last--;
    }
    if (this.doings[last] === doing && this.references[last] === reference) return;
    this.starts.push(Math.max(start, this.lastStart));
    this.doings.push(doing);
    this.references.push(reference);
  }
}

/** One lane: what its task does, along steps and along virtual time. */
export class Lane {
  readonly bySteps = new Stretches();
  readonly byTime = new Stretches();
  #until = -1;
  #lastTime = 0;

  /** The task's own step; its state after the step follows by `become`. */
  step(step: Step): void {
    this.bySteps.begin(step.index, Doing.running, -1);
    const since = Math.max(step.since, this.#lastTime, 0);
    const time = this.byTime;
    if (this.#until >= 0 && this.#until < since && this.#until > time.lastStart) {
      time.begin(this.#until, Doing.runnable, -1);
    }
    if (since < step.time) time.begin(Math.max(since, time.lastStart), Doing.running, -1);
    time.begin(step.time, Doing.runnable, -1);
    this.bySteps.begin(step.index + 1, Doing.runnable, -1);
    this.#lastTime = step.time;
    this.#until = -1;
  }

  /** After the step at `index` and `time`, its own or another's, the task is in this state. */
  become(index: number, time: number, state: TaskState): void {
    const doing = doingOf(state);
    const reference = referenceOf(state);
    this.bySteps.begin(index + 1, doing, reference);
    this.byTime.begin(time, doing, reference);
    this.#until = 'until' in state ? state.until : -1;
  }
}

function doingOf(state: TaskState): Doing {
  switch (state.kind) {
    case 'created':
    case 'ended':
      return Doing.nothing;
    case 'runnable':
      return Doing.runnable;
    case 'blocked':
      return Doing.blocked;
    case 'joining':
      return Doing.joining;
    case 'sleeping':
    case 'suspended':
      return Doing.sleeping;
    case 'network':
      return Doing.network;
    default:
      return unknown(state);
  }
}

function unknown(state: never): never {
  throw new Error(`a state nobody drew: ${JSON.stringify(state)}`);
}

function referenceOf(state: TaskState): number {
  if (state.kind === 'blocked') return state.object;
  return state.kind === 'joining' ? state.other : -1;
}
