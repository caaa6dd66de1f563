import { expect, test } from 'vitest';
import { EXPLORED, exploredLine } from './fixtures/explorations';
import { emptyLog } from './log';
import { decodeEntry } from '../wire/trace/entry';
import { MalformedTrace } from '../wire/trace/shape';

test('an_account_of_an_exploration_is_read_as_it_was_written', () => {
  expect(decodeEntry(exploredLine({}))).toEqual(EXPLORED);
});

test('accesses_of_stored_explorations_may_have_no_calls', () => {
  const access = { task: 'a', line: 1, write: true };
  const calls = [{ function: 'add', line: 1 }];
  const races = [{ object: 'x', first: access, second: { ...access, calls } }];
  expect(decodeEntry(exploredLine({ races }))).toMatchObject({
    races: [{ first: { calls: [] }, second: { calls } }],
  });
});

test('minus_one_stands_for_what_nobody_can_say', () => {
  const entry = decodeEntry(exploredLine({ estimated: -1, preemptions: -1 }));
  expect(entry).toMatchObject({ estimated: -1, preemptions: -1 });
});

test('the_reason_of_an_exploration_is_known', () => {
  const verdict = {
    kind: 'verdict',
    verdict: 'uncaught',
    detail: 'Wrong in 2 of 4.',
    reason: { kind: 'explored' },
    steps: 0,
    time: 0,
    schedule: 'f1',
  };
  expect(decodeEntry(JSON.stringify(verdict))).toEqual(verdict);
});

function race(otherwise: object) {
  const access = { task: 'a', line: 1, write: true };
  return { object: 'x', first: { ...access, ...otherwise }, second: access };
}

test.each([
  ['explored', -1],
  ['explored', 1.5],
  ['blocked', '2'],
  ['complete', 'yes'],
  ['estimated', -2],
  ['preemptions', null],
  ['schedule', 7],
  ['passing', undefined],
  ['outcomes', {}],
  ['outcomes', [{ output: '1', verdict: 'fine', detail: '', count: 1, schedule: '' }]],
  ['outcomes', [{ output: '1', verdict: 'passed', detail: '', count: -1, schedule: '' }]],
  ['races', [{ object: 'x', first: { task: 'a', line: 1, write: true } }]],
  ['races', [{ object: 'x', first: null, second: null }]],
  ['races', [race({ calls: [{ function: 'add' }] })]],
  ['executionsPerSecond', -0.5],
  ['executionsPerSecond', 'fast'],
])('what_is_no_account_is_refused_by_the_member: %s = %j', (member, value) => {
  expect(() => decodeEntry(exploredLine({ [member]: value }))).toThrow(MalformedTrace);
});

test('a_log_of_an_exploration_has_the_latest_account_and_no_steps', () => {
  const log = emptyLog().append([exploredLine({ explored: 1 }), exploredLine({ explored: 3 })]);
  expect(log.explored?.explored).toBe(3);
  expect(log.steps).toEqual([]);
  expect(log.append([exploredLine({})]).explored).toEqual(EXPLORED);
  expect(log.explored?.explored).toBe(3);
});
