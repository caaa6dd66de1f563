import type { Action } from '../../wire/trace-types';
import type { Facts } from './facts';

type Locking = Extract<Action, { kind: 'acquire' | 'release' }>;

/** Taking a lock and giving it back. */
export function aboutLock(facts: Facts, action: Locking): string {
  return action.kind === 'acquire' ? acquiring(facts) : releasing(facts);
}

function acquiring(facts: Facts): string {
  const { messages, task, object, state, outcome } = facts;
  const depth = state?.kind === 'mutex' ? state.depth : 0;
  switch (outcome) {
    case 'done':
      if (depth > 1) return messages.takesAgain(task, object, depth);
      return facts.hadWaited && facts.giver !== ''
        ? messages.gets(task, object, facts.giver)
        : messages.takes(task, object);
    case 'blocked': {
      const { hold } = facts;
      if (!hold) return messages.wants(task, object);
      return hold.holder === facts.taskId
        ? messages.wantsOwn(task, object, hold.since)
        : messages.wantsHeld(task, object, facts.nameOf(hold.holder), hold.since);
    }
    case 'timeout':
      return messages.gaveUp(task, object);
    case 'failed':
    case 'error':
    case 'cancelled':
      return messages.tries(task, object, facts.hold ? facts.nameOf(facts.hold.holder) : '');
    default:
      return unknown(outcome);
  }
}

function releasing(facts: Facts): string {
  const { messages, task, object, state, outcome } = facts;
  if (outcome === 'error') return messages.notHeld(task, object);
  if (state?.kind !== 'mutex') return messages.givesBack(task, object);
  if (state.owner === facts.taskId && state.depth > 0) {
    return messages.givesBackOnce(task, object, state.depth);
  }
  const [next] = state.waiters;
  return next === undefined
    ? messages.givesBack(task, object)
    : messages.givesBackTo(task, object, facts.nameOf(next));
}

/** Taking a place of a semaphore and freeing it. */
export function aboutPlaces(facts: Facts, action: Locking): string {
  const { messages, task, object, state, outcome } = facts;
  const free = state?.kind === 'semaphore' ? state.value : 0;
  if (action.kind === 'release') {
    if (outcome === 'error') return messages.tooMany(task, object);
    return action.count === 1 && facts.woken !== ''
      ? messages.freesPlaceFor(task, object, facts.woken)
      : messages.freesPlace(task, object, action.count, free);
  }
  if (outcome === 'blocked') return messages.wantsPlace(task, object);
  if (outcome === 'failed') return messages.tries(task, object, '');
  return facts.orGaveUp(messages.takesPlace(task, object, free));
}

function unknown(outcome: never): never {
  throw new Error(`an outcome without words: ${String(outcome)}`);
}
