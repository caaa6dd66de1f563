import type { ObjectState } from '../wire/trace-types';
import type { Step } from './entries';
import { Handovers, type HandoverKind } from './handovers';
import { Items } from './items';

/** The actions that touch an object's hand-overs, see [[HandoverTracker]]. */
interface Source {
  readonly kind: HandoverKind;
  readonly from: number | undefined;
}

/**
 * Finds who made which step possible, reading the steps once in order. Where an object hands on
 * permits or items, it keeps beside it which step gave each.
 */
export class HandoverTracker {
  readonly handovers = new Handovers();
  readonly #taskOf: number[] = [];
  readonly #blockedAt = new Map<number, number>();
  readonly #wokenBy = new Map<number, number>();
  readonly #startedBy = new Map<number, number>();
  readonly #endedAt = new Map<number, number>();
  readonly #lastGiven = new Map<number, number>();
  readonly #lastWritten = new Map<number, number>();
  readonly #permits = new Map<number, Items>();
  readonly #items = new Map<number, Items>();
  readonly #locks = new Map<number, number>();
  readonly #notifiedBy = new Map<number, number>();

  /** An object exists from here on. */
  object(id: number, state: ObjectState): void {
    if (state.kind === 'condition') this.#locks.set(id, state.lock);
    if (state.kind === 'channel') {
      const items = new Items(state.order);
      for (const item of state.items) items.put(-1, item);
      this.#items.set(id, items);
    }
    if (state.kind === 'semaphore') {
      const permits = new Items('fifo');
      for (let n = 0; n < Math.min(state.value, 10_000); n++) permits.put(-1, '');
      this.#permits.set(id, permits);
    }
  }

  step(step: Step): void {
    this.#taskOf.push(step.task);
    if (step.outcome !== 'blocked') this.#receive(step);
    this.#give(step);
    for (const change of step.changes) {
      if (change.kind === 'task' && change.task !== step.task) {
        if (change.state.kind === 'runnable') this.#wokenBy.set(change.task, step.index);
        if (step.action.kind === 'notify') this.#notifiedBy.set(change.task, step.index);
      }
    }
    if (step.outcome === 'blocked') {
      this.#blockedAt.set(step.task, step.index);
      this.#wokenBy.delete(step.task);
      this.#notifiedBy.delete(step.task);
    } else this.#blockedAt.delete(step.task);
  }

  #receive(step: Step): void {
    if (step.outcome === 'timeout' || step.outcome === 'failed') return;
    const source = this.#source(step);
    if (source === undefined || source.from === undefined || source.from < 0) return;
    if (this.#taskOf[source.from] === step.task) return;
    const isAwaited = this.#blockedAt.has(step.task);
    this.handovers.add({ from: source.from, to: step.index, kind: source.kind, isAwaited });
  }

  #source({ action, task, outcome }: Step): Source | undefined {
    if (outcome === 'cancelled') return { kind: 'cancel', from: this.#waker(task) };
    switch (action.kind) {
      case 'begin':
        return { kind: 'start', from: this.#startedBy.get(task) };
      case 'join':
        return { kind: 'join', from: this.#endedAt.get(action.child) };
      case 'acquire': {
        const permits = this.#permits.get(action.object);
        const from = permits ? permits.take('') : this.#lastGiven.get(action.object);
        return { kind: 'lock', from };
      }
      case 'resume':
        return { kind: 'notify', from: this.#notifiedBy.get(task) };
      case 'await':
        return { kind: 'event', from: this.#lastGiven.get(action.object) };
      case 'pass':
        return { kind: 'barrier', from: this.#waker(task) };
      case 'get':
        return { kind: 'item', from: this.#items.get(action.object)?.take(action.item) };
      case 'put':
        return { kind: 'room', from: this.#waker(task) };
      case 'drain':
        return { kind: 'item', from: this.#waker(task) };
      case 'result':
        return { kind: 'result', from: this.#lastGiven.get(action.object) };
      case 'read':
        return { kind: 'value', from: this.#lastWritten.get(action.object) };
      default:
        return undefined;
    }
  }

  /** Who let the task go on, if it has been waiting. */
  #waker(task: number): number | undefined {
    return this.#blockedAt.has(task) ? this.#wokenBy.get(task) : undefined;
  }

  #give({ action, index, task, outcome }: Step): void {
    if (action.kind === 'wait') {
      const lock = this.#locks.get(action.object);
      if (lock !== undefined) this.#lastGiven.set(lock, index);
      return;
    }
    if (outcome === 'blocked' || outcome === 'error' || outcome === 'failed') return;
    switch (action.kind) {
      case 'start':
        this.#startedBy.set(action.child, index);
        break;
      case 'end':
        this.#endedAt.set(task, index);
        break;
      case 'release':
        this.#release(action.object, index, action.count);
        break;
      case 'set':
      case 'countdown':
      case 'complete':
        this.#lastGiven.set(action.object, index);
        break;
      case 'put':
        if (outcome === 'done') this.#items.get(action.object)?.put(index, action.item);
        break;
      case 'write':
        this.#lastWritten.set(action.object, index);
        break;
      default:
    }
  }

  #release(object: number, index: number, count: number): void {
    const permits = this.#permits.get(object);
    if (permits) for (let n = 0; n < Math.min(count, 10_000); n++) permits.put(index, '');
    else this.#lastGiven.set(object, index);
  }
}
