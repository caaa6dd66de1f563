import { expect, test } from 'vitest';
import type { Entry, ObjectState, TaskState, Waiting } from '../../wire/trace-types';
import { deadlock } from '../fixtures/programs';
import { emptyLog, type TraceLog } from '../log';
import { keyOf, type WaitGraph, waitGraphOf } from './wait-graph';

function arrows(graph: WaitGraph | undefined): readonly string[] {
  return (graph?.edges ?? []).map(
    ({ from, to, link, isInCircle }) =>
      `${keyOf(from)} ${link} ${keyOf(to)}${isInCircle ? ' in the circle' : ''}`,
  );
}

/** Tasks that wait as given, of a run that ended with this reason. */
function ended(
  states: readonly TaskState[],
  objects: readonly ObjectState[],
  reason: { isCycle: boolean; waiting: readonly Waiting[] },
): TraceLog {
  const tasks = states.map((_, task): Entry => ({
    kind: 'task',
    task,
    type: 'thread',
    name: `t${task}`,
    parent: task === 0 ? -1 : 0,
    process: 0,
    daemon: false,
  }));
  const made = objects.map((state, object): Entry => ({
    kind: 'object',
    object,
    type: state.kind === 'future' ? 'future' : 'lock',
    name: `o${object}`,
    task: 0,
    line: 1,
    owner: -1,
    state,
  }));
  const step: Entry = {
    kind: 'step',
    index: 0,
    time: 0,
    since: 0,
    task: 0,
    line: 3,
    action: { kind: 'begin' },
    outcome: 'done',
    changes: states.map((state, task) => ({ kind: 'task', task, state })),
  };
  const verdict: Entry = {
    kind: 'verdict',
    verdict: 'deadlock',
    detail: '',
    reason: { kind: 'deadlock', type: 'other', early: [], ...reason },
    steps: 1,
    time: 0,
    schedule: '',
  };
  const entries = [...tasks, ...made, step, verdict];
  return emptyLog().append(entries.map((entry) => JSON.stringify(entry)));
}

const RUNNABLE: TaskState = { kind: 'runnable' };
const ENDED: TaskState = { kind: 'ended', error: '' };

function blocked(object: number): TaskState {
  return { kind: 'blocked', object, until: -1 };
}

function joining(other: number): TaskState {
  return { kind: 'joining', other, until: -1 };
}

function heldBy(owner: number): ObjectState {
  return { kind: 'mutex', owner, depth: 1, waiters: [] };
}

test('a_circle_is_drawn_with_whoever_waits_for_somebody_in_it', () => {
  const log = emptyLog().append(deadlock().lines);
  expect(arrows(waitGraphOf(log))).toEqual([
    'task 1 wants object 1 in the circle',
    'object 1 held task 2 in the circle',
    'task 2 wants object 0 in the circle',
    'object 0 held task 1 in the circle',
    'task 0 ends task 1',
  ]);
});

test('who_waits_for_something_else_is_no_part_of_the_circle', () => {
  const waiting = [{ task: 1, line: 2, object: 0, holder: 1, heldSince: 0 }];
  const log = ended([joining(2), blocked(0), blocked(1)], [heldBy(1), heldBy(-1)], {
    isCycle: true,
    waiting,
  });
  expect(arrows(waitGraphOf(log))).toEqual([
    'task 1 wants object 0 in the circle',
    'object 0 held task 1 in the circle',
  ]);
});

test('a_third_one_who_wants_a_lock_of_the_circle_stands_behind_it', () => {
  const waiting = [{ task: 1, line: 2, object: 0, holder: 1, heldSince: 0 }];
  const log = ended([joining(2), blocked(0), blocked(0)], [heldBy(1)], { isCycle: true, waiting });
  expect(arrows(waitGraphOf(log)).slice(2)).toEqual([
    'task 0 ends task 2',
    'task 2 wants object 0',
  ]);
});

test('a_lock_whose_holder_has_ended_leads_to_it', () => {
  const waiting = [{ task: 0, line: 4, object: 0, holder: 1, heldSince: 0 }];
  const log = ended([blocked(0), ENDED], [heldBy(1)], { isCycle: false, waiting });
  expect(arrows(waitGraphOf(log))).toEqual(['task 0 wants object 0', 'object 0 held task 1']);
});

test('a_result_leads_to_whoever_works_on_it', () => {
  const future: ObjectState = { kind: 'future', status: 'running', value: '', waiters: [0] };
  const waiting = [{ task: 0, line: 4, object: 0, holder: 1, heldSince: -1 }];
  const log = ended([blocked(0), RUNNABLE], [future], { isCycle: false, waiting });
  expect(arrows(waitGraphOf(log))[1]).toBe('object 0 worked task 1');
});

test('a_run_that_passed_has_no_such_graph', () => {
  expect(waitGraphOf(emptyLog())).toBeUndefined();
});
