import type { Change, ObjectState, TaskState, Timer } from '../trace-types';
import {
  flag,
  id,
  ids,
  inside,
  integer,
  list,
  MalformedTrace,
  oneOf,
  shape,
  type Shape,
  text,
  texts,
} from './shape';

const CREATED: TaskState = Object.freeze({ kind: 'created' });
const RUNNABLE: TaskState = Object.freeze({ kind: 'runnable' });
const SUSPENDED: TaskState = Object.freeze({ kind: 'suspended' });
const ENDED: TaskState = Object.freeze({ kind: 'ended', error: '' });

export function taskState(from: Shape): TaskState {
  const kind = text(from, 'kind');
  switch (kind) {
    case 'created':
      return CREATED;
    case 'runnable':
      return RUNNABLE;
    case 'blocked':
      return { kind, object: id(from, 'object'), until: integer(from, 'until') };
    case 'joining':
      return { kind, other: id(from, 'other'), until: integer(from, 'until') };
    case 'sleeping':
      return { kind, until: integer(from, 'until') };
    case 'network':
      return { kind, request: text(from, 'request'), until: integer(from, 'until') };
    case 'suspended':
      return SUSPENDED;
    case 'ended': {
      const error = text(from, 'error');
      return error === '' ? ENDED : { kind, error };
    }
    default:
      throw new MalformedTrace(`there is no state "${kind}" of a task`);
  }
}

export function objectState(from: Shape): ObjectState {
  const kind = text(from, 'kind');
  switch (kind) {
    case 'mutex':
      return {
        kind,
        owner: id(from, 'owner'),
        depth: integer(from, 'depth'),
        waiters: ids(from, 'waiters'),
      };
    case 'condition':
      return { kind, lock: id(from, 'lock'), waiters: ids(from, 'waiters') };
    case 'semaphore':
      return {
        kind,
        value: integer(from, 'value'),
        initial: integer(from, 'initial'),
        isBounded: flag(from, 'isBounded'),
        waiters: ids(from, 'waiters'),
      };
    case 'flag':
      return { kind, isSet: flag(from, 'isSet'), waiters: ids(from, 'waiters') };
    case 'barrier':
      return {
        kind,
        parties: integer(from, 'parties'),
        arrived: ids(from, 'arrived'),
        isBroken: flag(from, 'isBroken'),
      };
    case 'latch':
      return { kind, count: integer(from, 'count'), waiters: ids(from, 'waiters') };
    case 'channel':
      return {
        kind,
        order: oneOf(from, 'order', ['fifo', 'lifo', 'priority']),
        capacity: integer(from, 'capacity'),
        size: integer(from, 'size'),
        items: texts(from, 'items'),
        unfinished: integer(from, 'unfinished'),
        putters: ids(from, 'putters'),
        getters: ids(from, 'getters'),
      };
    case 'future':
      return {
        kind,
        status: oneOf(from, 'status', ['pending', 'running', 'done', 'failed', 'cancelled']),
        value: text(from, 'value'),
        waiters: ids(from, 'waiters'),
      };
    case 'cell':
      return { kind, value: text(from, 'value'), writer: id(from, 'writer') };
    case 'loop':
      return {
        kind,
        size: integer(from, 'size'),
        ready: texts(from, 'ready'),
        timersSize: integer(from, 'timersSize'),
        timers: list(from, 'timers', timer),
      };
    default:
      throw new MalformedTrace(`there is no state "${kind}" of an object`);
  }
}

function timer(value: unknown): Timer {
  const from = shape(value, 'a timer');
  return { label: text(from, 'label'), due: integer(from, 'due') };
}

export function change(value: unknown): Change {
  const from = shape(value, 'a change');
  const kind = text(from, 'kind');
  switch (kind) {
    case 'task':
      return { kind, task: id(from, 'task'), state: taskState(inside(from, 'state')) };
    case 'object':
      return { kind, object: id(from, 'object'), state: objectState(inside(from, 'state')) };
    default:
      throw new MalformedTrace(`there is no change of "${kind}"`);
  }
}
