import type { Access, Call, Ending, Entry, Inversion, Race, Taking } from '../trace-types';
import {
  flag,
  inside,
  integer,
  list,
  MalformedTrace,
  oneOf,
  shape,
  type Shape,
  text,
} from './shape';
import { VERDICTS } from './verdict';

/** What an exploration has shown so far. */
export function explored(from: Shape): Extract<Entry, { kind: 'explored' }> {
  return {
    kind: 'explored',
    explored: count(from, 'explored'),
    blocked: count(from, 'blocked'),
    complete: flag(from, 'complete'),
    estimated: countOrNone(from, 'estimated'),
    preemptions: countOrNone(from, 'preemptions'),
    schedule: text(from, 'schedule'),
    passing: text(from, 'passing'),
    outcomes: list(from, 'outcomes', ending),
    races: list(from, 'races', race),
    // Explorations stored before there were warnings have none.
    warnings: 'warnings' in from ? list(from, 'warnings', inversion) : [],
    executionsPerSecond: rate(from, 'executionsPerSecond'),
  };
}

function ending(value: unknown): Ending {
  const from = shape(value, 'an ending');
  return {
    output: text(from, 'output'),
    verdict: oneOf(from, 'verdict', VERDICTS),
    detail: text(from, 'detail'),
    count: count(from, 'count'),
    schedule: text(from, 'schedule'),
  };
}

function race(value: unknown): Race {
  const from = shape(value, 'a race');
  return {
    object: text(from, 'object'),
    first: access(inside(from, 'first')),
    second: access(inside(from, 'second')),
  };
}

function inversion(value: unknown): Inversion {
  return { circle: list(shape(value, 'an inversion'), 'circle', taking) };
}

function taking(value: unknown): Taking {
  const from = shape(value, 'a taking');
  return {
    task: text(from, 'task'),
    held: text(from, 'held'),
    heldLine: count(from, 'heldLine'),
    taken: text(from, 'taken'),
    line: count(from, 'line'),
  };
}

function access(from: Shape): Access {
  return {
    task: text(from, 'task'),
    line: count(from, 'line'),
    write: flag(from, 'write'),
    // Explorations stored before calls were told have none.
    calls: 'calls' in from ? list(from, 'calls', call) : [],
  };
}

function call(value: unknown): Call {
  const from = shape(value, 'a call');
  return { function: text(from, 'function'), line: count(from, 'line') };
}

function count(from: Shape, member: string): number {
  const value = integer(from, member);
  if (value < 0) throw new MalformedTrace(`"${member}" should be 0 or more`);
  return value;
}

/** A count, or -1 for none. */
function countOrNone(from: Shape, member: string): number {
  const value = integer(from, member);
  if (value < -1) throw new MalformedTrace(`"${member}" should be a count, or -1 for none`);
  return value;
}

function rate(from: Shape, member: string): number {
  const value = from[member];
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new MalformedTrace(`"${member}" should be a rate`);
  }
  return value;
}
