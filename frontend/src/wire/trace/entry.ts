import type { Count, Entry, Option } from '../trace-types';
import { action } from './action';
import {
  flag,
  id,
  inside,
  integer,
  list,
  MalformedTrace,
  oneOf,
  shape,
  type Shape,
  text,
} from './shape';
import { change, objectState } from './state';
import { explored } from './explored';
import { reason, VERDICTS } from './verdict';

/** The version of the trace this page can read. */
export const VERSION = 1;

/** The entry a line of a trace holds; throws MalformedTrace when it is none of ours. */
export function decodeEntry(line: string): Entry {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    throw new MalformedTrace(`not JSON: ${line.slice(0, 80)}`);
  }
  const from = shape(parsed, 'a trace entry');
  try {
    return entry(from);
  } catch (error) {
    if (!(error instanceof MalformedTrace)) throw error;
    throw new MalformedTrace(`${error.message}, in ${line.slice(0, 200)}`);
  }
}

function entry(from: Shape): Entry {
  const kind = text(from, 'kind');
  switch (kind) {
    case 'step':
      return step(from);
    case 'trace':
      return header(from);
    case 'task':
      return {
        kind,
        task: id(from, 'task'),
        type: oneOf(from, 'type', ['process', 'thread', 'coroutine', 'generator']),
        name: text(from, 'name'),
        parent: id(from, 'parent'),
        process: id(from, 'process'),
        daemon: flag(from, 'daemon'),
      };
    case 'name':
      return { kind, task: id(from, 'task'), name: text(from, 'name') };
    case 'object':
      return object(from);
    case 'stopped':
      return {
        kind,
        steps: integer(from, 'steps'),
        time: integer(from, 'time'),
        reason: text(from, 'reason'),
      };
    case 'output':
      return {
        kind,
        task: id(from, 'task'),
        stream: oneOf(from, 'stream', ['stdout', 'stderr']),
        text: text(from, 'text'),
      };
    case 'counters':
      return { kind, tasks: list(from, 'tasks', count), objects: list(from, 'objects', count) };
    case 'choice':
      return {
        kind,
        choice: integer(from, 'choice'),
        picked: id(from, 'picked'),
        options: list(from, 'options', option),
      };
    case 'explored':
      return explored(from);
    case 'verdict':
      return verdict(from);
    default:
      throw new MalformedTrace(`there is no entry "${kind}"`);
  }
}

function header(from: Shape): Entry {
  const version = integer(from, 'version');
  if (version > VERSION) {
    throw new MalformedTrace(
      `this page reads traces up to version ${VERSION}, and this one has ${version}; reload it`,
    );
  }
  return {
    kind: 'trace',
    version,
    language: text(from, 'language'),
    sourceHash: text(from, 'sourceHash'),
    strategy: text(from, 'strategy'),
    seed: integer(from, 'seed'),
    atomicity: text(from, 'atomicity'),
    cores: integer(from, 'cores'),
    gil: flag(from, 'gil'),
    // Traces kept from before loops could have another order do not say it.
    asyncio: 'asyncio' in from ? text(from, 'asyncio') : 'strict',
  };
}

function object(from: Shape): Entry {
  return {
    kind: 'object',
    object: id(from, 'object'),
    type: oneOf(from, 'type', [
      'lock',
      'rlock',
      'condition',
      'semaphore',
      'event',
      'barrier',
      'latch',
      'queue',
      'future',
      'variable',
      'loop',
    ]),
    name: text(from, 'name'),
    task: id(from, 'task'),
    line: integer(from, 'line'),
    owner: id(from, 'owner'),
    state: objectState(inside(from, 'state')),
  };
}

function step(from: Shape): Entry {
  return {
    kind: 'step',
    index: integer(from, 'index'),
    time: integer(from, 'time'),
    since: integer(from, 'since'),
    task: id(from, 'task'),
    line: integer(from, 'line'),
    action: action(inside(from, 'action')),
    outcome: oneOf(from, 'outcome', ['done', 'blocked', 'failed', 'timeout', 'error', 'cancelled']),
    changes: list(from, 'changes', change),
  };
}

function count(value: unknown): Count {
  const from = shape(value, 'a count');
  return { id: id(from, 'id'), steps: integer(from, 'steps') };
}

function option(value: unknown): Option {
  const from = shape(value, 'an option');
  return {
    task: id(from, 'task'),
    action: action(inside(from, 'action')),
    place: text(from, 'place'),
  };
}

function verdict(from: Shape): Entry {
  return {
    kind: 'verdict',
    verdict: oneOf(from, 'verdict', VERDICTS),
    detail: text(from, 'detail'),
    reason: reason(inside(from, 'reason')),
    steps: integer(from, 'steps'),
    time: integer(from, 'time'),
    schedule: text(from, 'schedule'),
  };
}
