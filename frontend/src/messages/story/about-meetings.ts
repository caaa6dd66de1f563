import type { Action } from '../../wire/trace-types';
import type { Facts } from './facts';

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

/** Waiting in a condition, leaving it and notifying it. */
export function aboutCondition(facts: Facts, action: Of<'wait' | 'resume' | 'notify'>): string {
  const { messages, task, object, outcome, state } = facts;
  if (outcome === 'error') return messages.waitWithoutLock(task, object);
  switch (action.kind) {
    case 'wait': {
      const lock = state?.kind === 'condition' ? facts.objectName(state.lock) : '';
      return messages.waits(task, object, lock === object ? '' : lock);
    }
    case 'resume':
      if (outcome === 'blocked') return messages.resumesBlocked(task, object);
      return outcome === 'timeout'
        ? messages.resumesLate(task, object)
        : messages.resumes(task, object, facts.giver);
    case 'notify':
      return facts.woken === ''
        ? messages.notifiesNobody(task, object)
        : messages.notifies(task, object, facts.woken);
    default:
      return unknown(action);
  }
}

/** Setting, clearing and awaiting an event. */
export function aboutEvent(facts: Facts, kind: 'set' | 'clear' | 'await'): string {
  const { messages, task, object, outcome, woken } = facts;
  if (kind === 'clear') return messages.clears(task, object);
  if (kind === 'set') {
    return woken === '' ? messages.sets(task, object) : messages.setsFor(task, object, woken);
  }
  if (outcome === 'blocked') return messages.awaits(task, object);
  const went = facts.hadWaited
    ? messages.awaited(task, object)
    : messages.awaitedAtOnce(task, object);
  return facts.orGaveUp(went);
}

export function aboutBarrier(facts: Facts, kind: 'arrive' | 'pass' | 'abort' | 'reset'): string {
  const { messages, task, object, outcome, state, woken } = facts;
  if (kind === 'abort') return messages.breaks(task, object);
  if (kind === 'reset') return messages.resets(task, object);
  if (outcome === 'error' || outcome === 'timeout') return messages.broken(task, object);
  const parties = state?.kind === 'barrier' ? state.parties : 0;
  const arrived = state?.kind === 'barrier' ? state.arrived.length : 0;
  if (kind === 'pass') {
    if (outcome === 'blocked') return messages.waitsForParty(task, object, arrived, parties);
    return woken === '' ? messages.passes(task, object) : messages.opens(task, object, woken);
  }
  if (outcome === 'blocked') return messages.arrivesEarly(task, object);
  return arrived < parties
    ? messages.arrives(task, object, arrived, parties)
    : messages.arrivesLast(task, object, parties);
}

export function aboutLatch(facts: Facts, kind: 'countdown' | 'await'): string {
  const { messages, task, object, outcome, state } = facts;
  const left = state?.kind === 'latch' ? state.count : 0;
  if (kind === 'countdown') return messages.counts(task, object, left);
  if (outcome === 'blocked') return messages.awaitsLatch(task, object, left);
  return facts.orGaveUp(messages.awaitedLatch(task, object));
}

function unknown(action: never): never {
  throw new Error(`an action without a story: ${JSON.stringify(action)}`);
}
