import type { PictureMessages } from '../../messages/picture.en';
import type { TraceLog } from '../../trace/log';
import type { TaskMoment } from '../../trace/moment';
import { isCancelled } from '../../trace/cancelled';
import { nanosText } from '../../messages/story/nanos';

/** A task's state in words. */
export function stateText(log: TraceLog, messages: PictureMessages, task: TaskMoment): string {
  const { states } = messages;
  const { state } = task;
  switch (state.kind) {
    case 'created':
      return states.created;
    case 'runnable':
      return task.isRunning ? states.running : states.runnable;
    case 'blocked':
      return states.blocked(log.objects[state.object]?.name ?? '');
    case 'joining':
      return states.joining(log.tasks[state.other]?.name ?? '');
    case 'sleeping':
      return states.sleeping(nanosText(state.until));
    case 'suspended':
      return states.suspended;
    case 'network':
      return states.network(state.request);
    case 'ended':
      if (state.error === '') return states.ended;
      return isCancelled(state.error) ? states.cancelled : states.failed(state.error);
    default:
      return unknown(state);
  }
}

function unknown(state: never): never {
  throw new Error(`a state without words: ${JSON.stringify(state)}`);
}
