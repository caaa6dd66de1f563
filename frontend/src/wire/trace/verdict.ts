import type { DeadlockType, Going, Notice, Reason, VerdictType, Waiting } from '../trace-types';
import {
  flag,
  id,
  ids,
  integer,
  list,
  MalformedTrace,
  oneOf,
  shape,
  type Shape,
  text,
} from './shape';

/** Every way an execution can end. */
export const VERDICTS: readonly VerdictType[] = [
  'passed',
  'uncaught',
  'deadlock',
  'race',
  'limit',
  'rejected',
];

const DEADLOCKS: readonly DeadlockType[] = [
  'lock-cycle',
  'lost-wakeup',
  'missing-release',
  'join-cycle',
  'pool-starvation',
  'queue-never-filled',
  'other',
];

/** Why an execution has its verdict; also a member of a run. */
export function reason(from: Shape): Reason {
  const kind = text(from, 'kind');
  switch (kind) {
    case 'completed':
    case 'stopped':
    case 'explored':
    case 'lost':
      return { kind };
    case 'uncaught':
      return {
        kind,
        task: id(from, 'task'),
        line: integer(from, 'line'),
        exception: text(from, 'exception'),
        message: text(from, 'message'),
      };
    case 'deadlock':
      return {
        kind,
        isCycle: flag(from, 'isCycle'),
        // Runs stored before these were told have neither.
        type: 'type' in from ? oneOf(from, 'type', DEADLOCKS) : 'other',
        waiting: list(from, 'waiting', waiting),
        early: 'early' in from ? list(from, 'early', notice) : [],
      };
    case 'limit':
      return {
        kind,
        limit: oneOf(from, 'limit', [
          'wall',
          'memory',
          'output',
          'tasks',
          'objects',
          'steps',
          'recursion',
        ]),
        value: integer(from, 'value'),
        unit: text(from, 'unit'),
        // Runs stored before this was told have none.
        going: 'going' in from ? going(from['going']) : NOTHING_KNOWN,
      };
    case 'refused':
      return { kind, line: integer(from, 'line'), message: text(from, 'message') };
    default:
      throw new MalformedTrace(`there is no reason "${kind}"`);
  }
}

const NOTHING_KNOWN: Going = { tasks: [], steps: 0, firstLine: 0, lastLine: 0 };

function going(value: unknown): Going {
  const from = shape(value, 'what went on');
  return {
    tasks: ids(from, 'tasks'),
    steps: integer(from, 'steps'),
    firstLine: integer(from, 'firstLine'),
    lastLine: integer(from, 'lastLine'),
  };
}

function waiting(value: unknown): Waiting {
  const from = shape(value, 'a waiting task');
  return {
    task: id(from, 'task'),
    line: integer(from, 'line'),
    object: id(from, 'object'),
    holder: id(from, 'holder'),
    heldSince: integer(from, 'heldSince'),
  };
}

function notice(value: unknown): Notice {
  const from = shape(value, 'a notify');
  return {
    task: id(from, 'task'),
    line: integer(from, 'line'),
    object: id(from, 'object'),
    step: integer(from, 'step'),
  };
}
