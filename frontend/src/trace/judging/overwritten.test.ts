import { expect, test } from 'vitest';
import type { Entry } from '../../wire/trace-types';
import { emptyLog, type TraceLog } from '../log';
import { overwrittenIn } from './overwritten';

/** Reads and writes of one variable, as "1r0 2r0 2w1 1w1": task, what it does, value. */
function played(accesses: string): TraceLog {
  const tasks = [0, 1, 2].map((task): Entry => ({
    kind: 'task',
    task,
    type: 'thread',
    name: `t${task}`,
    parent: task === 0 ? -1 : 0,
    process: 0,
    daemon: false,
  }));
  const variable: Entry = {
    kind: 'object',
    object: 0,
    type: 'variable',
    name: 'counter',
    task: 0,
    line: 1,
    owner: -1,
    state: { kind: 'cell', value: '', writer: -1 },
  };
  const steps = accesses.split(' ').map((access, index): Entry => ({
    kind: 'step',
    index,
    time: 0,
    since: 0,
    task: Number(access[0]),
    line: 8,
    action: { kind: access[1] === 'r' ? 'read' : 'write', object: 0, value: access.slice(2) },
    outcome: 'done',
    changes: [],
  }));
  return emptyLog().append([...tasks, variable, ...steps].map((entry) => JSON.stringify(entry)));
}

test('a_change_that_comes_between_a_read_and_its_write_is_lost', () => {
  expect(overwrittenIn(played('1r0 2r0 2w1 1w1'))).toEqual({
    object: 0,
    loser: 2,
    lostAt: 2,
    writer: 1,
    readAt: 0,
    writtenAt: 3,
    value: '0',
    isMutual: true,
  });
});

test('two_who_read_different_values_did_not_both_begin_from_the_same', () => {
  expect(overwrittenIn(played('1r0 2r0 2w1 2r1 2w2 1w1'))).toMatchObject({
    lostAt: 4,
    value: '0',
    isMutual: false,
  });
});

test.each([
  ['one_after_the_other', '1r0 1w1 2r1 2w2'],
  ['who_looks_again_has_seen_it', '1r0 2r0 2w1 1r1 1w2'],
  ['who_never_read_writes_what_it_wants', '2w1 1w5'],
  ['only_reading_loses_nothing', '1r0 2r0 2w1 1r1'],
])('%s', (_, accesses) => {
  expect(overwrittenIn(played(accesses))).toBeUndefined();
});
