import { expect, test } from 'vitest';
import { verdictEn } from '../../messages/verdict.en';
import { verdictKo } from '../../messages/verdict.ko';
import { emptyLog } from '../../trace/log';
import type { Reason, VerdictType } from '../../wire/trace-types';
import { judgementOf, quantity } from './judgement';

const TASKS = ['MainThread', 'adder-0', 'adder-1'];

function judged(verdict: VerdictType, reason: Reason, texts = verdictEn) {
  const tasks = TASKS.map((name, task) => ({
    kind: 'task',
    task,
    type: task === 0 ? 'process' : 'thread',
    name,
    parent: task === 0 ? -1 : 0,
    process: 0,
    daemon: false,
  }));
  const locks = ['left', 'right'].map((name, object) => ({
    kind: 'object',
    object,
    type: 'lock',
    name,
    task: 0,
    line: 1,
    owner: -1,
    state: { kind: 'mutex', owner: -1, depth: 0, waiters: [] },
  }));
  const end = {
    kind: 'verdict',
    verdict,
    detail: 'As it is.',
    reason,
    steps: 9,
    time: 5,
    schedule: 's',
  };
  const lines = [...tasks, ...locks, end].map((entry) => JSON.stringify(entry));
  return judgementOf(emptyLog().append(lines), undefined, texts);
}

test('a_deadlock_names_its_circle', () => {
  const judgement = judged('deadlock', {
    kind: 'deadlock',
    isCycle: true,
    type: 'lock-cycle',
    waiting: [
      { task: 1, line: 5, object: 1, holder: 2, heldSince: 8 },
      { task: 2, line: 9, object: 0, holder: 1, heldSince: 6 },
    ],
    early: [],
  });
  expect(judgement?.sentence).toBe(
    '2 tasks wait for each other in a circle, so none of them can ever go on.',
  );
  expect(judgement?.waiting.map(({ text, held, since }) => `${text}, ${held} ${since}`)).toEqual([
    'adder-0 waits at line 5 for right, held by adder-1 since step 8',
    'adder-1 waits at line 9 for left, held by adder-0 since step 6',
  ]);
});

test('a_join_that_never_ends_names_the_other_task', () => {
  const judgement = judged('deadlock', {
    kind: 'deadlock',
    isCycle: false,
    type: 'other',
    waiting: [{ task: 0, line: 12, object: -1, holder: 1, heldSince: -1 }],
    early: [],
  });
  expect(judgement?.waiting[0]?.text).toBe('MainThread waits at line 12 for adder-0 to end');
  expect(judgement?.waiting[0]?.held).toBe('');
});

test('an_exception_names_task_line_and_message', () => {
  const reason: Reason = {
    kind: 'uncaught',
    task: 1,
    line: 5,
    exception: 'ValueError',
    message: 'bad',
  };
  expect(judged('uncaught', reason)?.sentence).toBe(
    'adder-0 ended at line 5 with ValueError: bad.',
  );
  expect(judged('uncaught', reason, verdictKo)?.sentence).toContain(
    'adder-0: 5행에서 ValueError: bad',
  );
  expect(judged('uncaught', reason)?.line).toBe(5);
});

test('a_stopped_run_is_called_stopped', () => {
  expect(judged('limit', { kind: 'stopped' })?.word).toBe('stopped');
});

test('a_run_that_goes_on_has_no_verdict', () => {
  expect(judgementOf(emptyLog(), undefined, verdictEn)).toBeUndefined();
});

test('a_limit_says_who_went_round_and_where', () => {
  const going = { tasks: [1, 2], steps: 6, firstLine: 8, lastLine: 10 };
  const limit: Reason = { kind: 'limit', limit: 'wall', value: 20, unit: 'seconds', going };
  const told = judged('limit', limit);
  expect(told?.sentence).toContain('did the same 6 steps over and over (lines 8 to 10).');
  expect(told?.sentence).toContain('livelock');
  expect(told?.line).toBe(8);
  const computing = { tasks: [1], steps: 0, firstLine: 4, lastLine: 4 };
  expect(judged('limit', { ...limit, going: computing })?.sentence).toMatch(/at line 4\.$/);
  const unknown = { tasks: [], steps: 0, firstLine: 0, lastLine: 0 };
  expect(judged('limit', { ...limit, going: unknown })?.sentence).toMatch(/was ended\.$/);
});

test('limits_are_said_with_their_units', () => {
  expect(quantity(20_000, 'ms', verdictEn)).toBe('20.0 s');
  expect(quantity(1 << 20, 'bytes', verdictEn)).toBe('1 MiB');
  expect(quantity(512, 'MB', verdictEn)).toBe('512 MB');
  expect(quantity(20_000, 'tasks', verdictEn)).toBe('20,000 tasks');
  expect(quantity(20_000, 'tasks', verdictKo)).toBe('20,000개');
});
