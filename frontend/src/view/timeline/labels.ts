import type { PictureMessages } from '../../messages/picture.en';
import type { Step } from '../../trace/entries';
import type { TraceLog } from '../../trace/log';
import { nanosText } from '../../messages/story/nanos';

const SHOWN_MAX = 24;

/** What a mark says beside its icon: "acquire lock", "put 3"; then shorter, for less room. */
export function labelsOf(log: TraceLog, messages: PictureMessages, step: Step): readonly string[] {
  const label = labelOf(log, messages, step);
  const verb = messages.verbs[step.action.kind];
  return label === verb ? [verb] : [label, verb];
}

/** What was done, in a few words. */
export function labelOf(log: TraceLog, messages: PictureMessages, { action }: Step): string {
  const verb = messages.verbs[action.kind];
  const name = (object: number) => log.objects[object]?.name ?? '';
  switch (action.kind) {
    case 'begin':
    case 'yield':
      return verb;
    case 'end':
      return messages.label(verb, action.error === '' ? '' : brief(action.error));
    case 'start':
    case 'join':
    case 'kill':
    case 'cancel':
    case 'next':
      return messages.label(verb, log.tasks[action.child]?.name ?? '');
    case 'suspend':
      return messages.label(verb, brief(action.value));
    case 'sleep':
      return messages.label(verb, nanosText(action.nanos));
    case 'request':
      return messages.label(verb, brief(action.request));
    case 'print':
      return messages.label(verb, brief(JSON.stringify(action.text.trimEnd())));
    case 'put':
    case 'get':
      return messages.label(verb, action.item === '' ? name(action.object) : brief(action.item));
    case 'read':
    case 'write':
      return messages.label(verb, brief(`${name(action.object)} = ${action.value}`));
    case 'complete':
      return messages.label(verb, brief(action.value));
    default:
      return messages.label(verb, name(action.object));
  }
}

function brief(text: string): string {
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX - 1)}…` : text;
}
