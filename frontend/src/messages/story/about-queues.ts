import type { Action } from '../../wire/trace-types';
import type { Facts } from './facts';

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

/** Putting into a queue, taking out of it, and reporting items as dealt with. */
export function aboutQueue(facts: Facts, action: Of<'put' | 'get' | 'taskdone' | 'drain'>): string {
  switch (action.kind) {
    case 'put':
      return putting(facts, action.item);
    case 'get':
      return getting(facts, action.item);
    case 'taskdone':
    case 'drain':
      return finishing(facts, action.kind);
    default:
      return unknown(action);
  }
}

function sizeOf({ messages, state }: Facts): string {
  return state?.kind === 'channel' ? messages.sizeOf(state.size, state.capacity) : '';
}

function putting(facts: Facts, item: string): string {
  const { messages, task, object, outcome, woken } = facts;
  if (outcome === 'blocked') return messages.putBlocked(task, item, object, sizeOf(facts));
  if (outcome === 'failed' || outcome === 'error') return messages.putFailed(task, item, object);
  const put =
    woken === ''
      ? messages.puts(task, item, object, sizeOf(facts))
      : messages.putsFor(task, item, object, woken);
  return facts.orGaveUp(put);
}

function getting(facts: Facts, item: string): string {
  const { messages, task, object, outcome } = facts;
  if (outcome === 'blocked') return messages.getBlocked(task, object);
  if (outcome === 'failed' || outcome === 'error') return messages.getFailed(task, object);
  return facts.orGaveUp(messages.takesItem(task, item, object, sizeOf(facts)));
}

function finishing(facts: Facts, kind: 'taskdone' | 'drain'): string {
  const { messages, task, object, outcome, state } = facts;
  const left = state?.kind === 'channel' ? state.unfinished : 0;
  if (kind === 'drain') {
    return outcome === 'blocked'
      ? messages.drains(task, object, left)
      : messages.drained(task, object);
  }
  return outcome === 'error'
    ? messages.doneTooOften(task, object)
    : messages.reportsDone(task, object, left);
}

function unknown(action: never): never {
  throw new Error(`an action without a story: ${JSON.stringify(action)}`);
}
