import type { Action } from '../../wire/trace-types';
import type { Step } from '../../trace/entries';
import type { TraceLog } from '../../trace/log';
import { taskNameAt } from '../../trace/moment';
import { aboutLock, aboutPlaces } from './about-locks';
import { aboutBarrier, aboutCondition, aboutEvent, aboutLatch } from './about-meetings';
import { aboutQueue } from './about-queues';
import { isCancelled } from '../../trace/cancelled';
import { Facts } from './facts';
import { nanosText } from './nanos';
import type { StoryMessages } from './story.en';

/** The sentence for a step: what happened, to what, and why it had to wait. */
export function storyOf(log: TraceLog, step: number, messages: StoryMessages): string {
  const told = log.steps[step];
  return told ? tell(new Facts(log, told, messages), told, messages) : messages.beforeFirst;
}

function tell(facts: Facts, step: Step, messages: StoryMessages): string {
  const { action } = step;
  const { task } = facts;
  if (step.outcome === 'cancelled') return messages.isCancelled(task);
  switch (action.kind) {
    case 'begin':
      return messages.begin(task);
    case 'end':
      return aboutEnd(facts, action.error);
    case 'start':
    case 'join':
      return aboutTask(facts, action.kind, facts.nameOf(action.child));
    case 'kill':
      return messages.kills(task, facts.nameOf(action.child));
    case 'request':
      return messages.requests(task, action.request, nanosText(action.nanos));
    case 'sleep':
      return aboutSleep(facts, action.nanos);
    case 'yield':
      return messages.yield(task);
    case 'print': {
      const text = JSON.stringify(action.text.replace(/\n$/, ''));
      return action.stream === 'stdout'
        ? messages.print(task, text)
        : messages.printError(task, text);
    }
    case 'acquire':
    case 'release':
      return facts.state?.kind === 'semaphore'
        ? aboutPlaces(facts, action)
        : aboutLock(facts, action);
    case 'cancel':
      return messages.cancelsTask(task, facts.nameOf(action.child), action.reason);
    case 'next':
      return messages.asksFor(task, facts.nameOf(action.child));
    case 'suspend':
      return messages.handsOut(task, action.value);
    case 'call':
      return facts.woken === ''
        ? messages.calls(facts.object, action.callback)
        : messages.callsFor(facts.object, action.callback, facts.woken);
    case 'wait':
    case 'resume':
    case 'notify':
      return facts.state?.kind === 'loop'
        ? messages.wakesLoop(task, facts.object)
        : aboutCondition(facts, action);
    case 'set':
    case 'clear':
      return aboutEvent(facts, action.kind);
    case 'await':
      if (facts.state?.kind === 'loop') return aboutLoop(facts);
      return facts.state?.kind === 'latch'
        ? aboutLatch(facts, 'await')
        : aboutEvent(facts, 'await');
    case 'countdown':
      return aboutLatch(facts, 'countdown');
    case 'arrive':
    case 'pass':
    case 'abort':
    case 'reset':
      return aboutBarrier(facts, action.kind);
    case 'put':
    case 'get':
    case 'taskdone':
    case 'drain':
      return aboutQueue(facts, action);
    case 'work':
      return messages.works(task, facts.object);
    case 'complete':
      return aboutEnding(facts, action);
    case 'result':
      return step.outcome === 'blocked'
        ? messages.awaitsResult(task, facts.object)
        : facts.orGaveUp(messages.hasResult(task, facts.object));
    case 'read':
      return aboutRead(facts, action.value);
    case 'write':
      return aboutWrite(facts, action.value);
    default:
      return unknown(action);
  }
}

function aboutEnding(
  { messages, task, object, outcome }: Facts,
  { status, value }: Extract<Action, { kind: 'complete' }>,
): string {
  if (outcome === 'error') return messages.endedAlready(task, object);
  if (status === 'cancelled') return messages.cancels(task, object);
  return status === 'failed'
    ? messages.fails(task, object, value)
    : messages.completes(task, object, value);
}

function aboutEnd({ messages, task }: Facts, error: string): string {
  if (error === '') return messages.end(task);
  return isCancelled(error) ? messages.endCancelled(task) : messages.endFailed(task, error);
}

/** The thread of an event loop runs it, or has done so. */
function aboutLoop({ messages, task, object, outcome }: Facts): string {
  return outcome === 'blocked'
    ? messages.runsLoop(task, object)
    : messages.leavesLoop(task, object);
}

function aboutTask(facts: Facts, kind: 'start' | 'join', child: string): string {
  const { messages, task, outcome } = facts;
  if (kind === 'start') {
    return outcome === 'error' ? messages.startFailed(task, child) : messages.start(task, child);
  }
  if (outcome === 'blocked') return messages.joins(task, child);
  if (outcome === 'timeout' || outcome === 'failed') return messages.joinTimeout(task, child);
  return facts.hadWaited ? messages.joined(task, child) : messages.joinedAtOnce(task, child);
}

function aboutSleep(
  { messages, task, outcome, hadSlept, fallsAsleep }: Facts,
  nanos: number,
): string {
  if (hadSlept && (outcome === 'timeout' || (outcome === 'done' && !fallsAsleep))) {
    return messages.wakes(task);
  }
  return nanos > 0 ? messages.sleep(task, nanosText(nanos)) : messages.givesWay(task);
}

function aboutRead(facts: Facts, value: string): string {
  const { messages, task, object, state } = facts;
  const writer = state?.kind === 'cell' ? state.writer : -1;
  return writer >= 0 && writer !== facts.taskId
    ? messages.readsFrom(task, object, value, facts.nameOf(writer))
    : messages.reads(task, object, value);
}

function aboutWrite({ messages, task, object, before }: Facts, value: string): string {
  const old = before?.kind === 'cell' ? before.value : '';
  if (old === '') return messages.writes(task, object, value);
  return old === value
    ? messages.writesSame(task, object, value)
    : messages.writesOver(task, object, value, old);
}

function unknown(action: never): never {
  throw new Error(`an action without a story: ${JSON.stringify(action)}`);
}

/** The name of the task that made a step, as the story calls it. */
export function tellerOf(log: TraceLog, step: number): string {
  const task = log.steps[step]?.task ?? -1;
  return task < 0 ? '' : taskNameAt(log, task, step);
}
