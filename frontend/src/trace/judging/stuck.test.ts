import { expect, test } from 'vitest';
import type { Action, Change, Entry, ObjectState, Waiting } from '../../wire/trace-types';
import { emptyLog, type TraceLog } from '../log';
import { stuckIn } from './stuck';

const LOCK: ObjectState = { kind: 'mutex', owner: -1, depth: 0, waiters: [] };

interface Played {
  readonly task: number;
  readonly action: Action;
  readonly changes?: readonly Change[];
}

/** A lock (0), its condition (1), three tasks, these steps, and a deadlock without a circle. */
function played(steps: readonly Played[], waiting: readonly Waiting[]): TraceLog {
  const tasks = [0, 1, 2].map((task): Entry => ({
    kind: 'task',
    task,
    type: 'thread',
    name: `t${task}`,
    parent: task === 0 ? -1 : 0,
    process: 0,
    daemon: false,
  }));
  const made = { kind: 'object', task: 0, line: 1, owner: -1 } as const;
  const objects: readonly Entry[] = [
    { ...made, object: 0, type: 'lock', name: 'lock', state: LOCK },
    { ...made, object: 1, type: 'condition', name: 'ready', state: room([]) },
  ];
  const done = steps.map(({ task, action, changes = [] }, index): Entry => ({
    kind: 'step',
    index,
    time: 0,
    since: 0,
    task,
    line: 5,
    action,
    outcome: 'done',
    changes,
  }));
  const verdict: Entry = {
    kind: 'verdict',
    verdict: 'deadlock',
    detail: '',
    reason: { kind: 'deadlock', isCycle: false, type: 'other', waiting, early: [] },
    steps: steps.length,
    time: 0,
    schedule: '',
  };
  const entries = [...tasks, ...objects, ...done, verdict];
  return emptyLog().append(entries.map((entry) => JSON.stringify(entry)));
}

function room(waiters: readonly number[]): ObjectState {
  return { kind: 'condition', lock: 0, waiters };
}

const NOTIFY: Played = { task: 2, action: { kind: 'notify', object: 1, count: 1 } };
const WAIT: Played = {
  task: 1,
  action: { kind: 'wait', object: 1 },
  changes: [{ kind: 'object', object: 1, state: room([1]) }],
};
const SLEEPER: Waiting = { task: 1, line: 5, object: 1, holder: -1, heldSince: -1 };

test('a_notify_before_anybody_waits_is_lost', () => {
  expect(stuckIn(played([NOTIFY, WAIT], [SLEEPER]))).toEqual({
    kind: 'early',
    object: 1,
    waiter: 1,
    waitsAt: 1,
    notifier: 2,
    notifiedAt: 0,
  });
});

test('a_notify_that_somebody_heard_came_in_time', () => {
  const other = { ...WAIT, task: 0 };
  expect(stuckIn(played([other, NOTIFY, WAIT], [SLEEPER]))).toBeUndefined();
});

test('a_lock_whose_holder_has_ended_is_kept_for_ever', () => {
  const held: ObjectState = { kind: 'mutex', owner: 2, depth: 1, waiters: [] };
  const steps: readonly Played[] = [
    {
      task: 2,
      action: { kind: 'acquire', object: 0 },
      changes: [{ kind: 'object', object: 0, state: held }],
    },
    {
      task: 2,
      action: { kind: 'end', error: '' },
      changes: [{ kind: 'task', task: 2, state: { kind: 'ended', error: '' } }],
    },
    { task: 1, action: { kind: 'acquire', object: 0 } },
  ];
  const waiting = { task: 1, line: 5, object: 0, holder: 2, heldSince: 0 };
  expect(stuckIn(played(steps, [waiting]))).toMatchObject({ kind: 'kept', holder: 2, endedAt: 1 });
  expect(stuckIn(played(steps.slice(0, 1), [waiting]))).toBeUndefined();
});
