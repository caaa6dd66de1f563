import { describe, expect, test } from 'vitest';
import { byHand, picking, readSchedule, writeSchedule } from './schedule';

/** Tokens the service gave: a lost update by hand, two locks by hand, a simulated run's seed alone. */
const LOST_UPDATE = 'AggBBADEagxKAQENAwQBBAUEAQQ';
const TWO_LOCKS = 'AggBBADAoKvIAQECAwcABQkBAg';

function changed(token: string, strategy: number): string {
  const schedule = readSchedule(token);
  if (schedule === undefined) throw new Error(`no token: ${token}`);
  return writeSchedule({ ...schedule, strategy });
}

test.each([LOST_UPDATE, TWO_LOCKS])('a_token_is_written_as_it_was_read %s', (token) => {
  const schedule = readSchedule(token);
  expect(schedule && writeSchedule(schedule)).toBe(token);
});

test('a_token_tells_on_whom_each_choice_fell', () => {
  expect(readSchedule(TWO_LOCKS)?.choices).toEqual([
    { task: 0, length: 2 },
    { task: 1, length: 7 },
    { task: 0, length: 1 },
    { task: 2, length: 9 },
    { task: 0, length: 2 },
  ]);
});

test('long_runs_tasks_of_high_number_and_large_seeds_come_back', () => {
  const choices = [
    { task: 0, length: 300 },
    { task: 9_000, length: 1 },
    { task: 64, length: 70_000 },
  ];
  const rules = [3, 4, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 2, 3, 4];
  const schedule = { strategy: 8, rules, choices };
  expect(readSchedule(writeSchedule(schedule))).toEqual(schedule);
});

test('a_pick_keeps_the_choices_before_it_and_drops_those_behind', () => {
  const continued = picking(LOST_UPDATE, 15, 2);
  expect(continued.kind).toBe('schedule');
  const token = continued.kind === 'schedule' ? continued.token : '';
  expect(readSchedule(token)?.choices).toEqual([
    { task: 0, length: 13 },
    { task: 1, length: 2 },
    { task: 2, length: 1 },
  ]);
});

test('a_pick_of_the_task_before_makes_its_run_longer', () => {
  const continued = picking(LOST_UPDATE, 4, 0);
  const token = continued.kind === 'schedule' ? continued.token : '';
  expect(readSchedule(token)?.choices).toEqual([{ task: 0, length: 5 }]);
});

test('picking_beyond_all_choices_adds_to_them', () => {
  const continued = picking(TWO_LOCKS, 1_000, 1);
  const token = continued.kind === 'schedule' ? continued.token : '';
  expect(readSchedule(token)?.choices?.at(-1)).toEqual({ task: 1, length: 1 });
});

test('a_schedule_of_another_strategy_is_taken_over_as_it_is', () => {
  expect(byHand(changed(TWO_LOCKS, 6))).toEqual({ kind: 'schedule', token: TWO_LOCKS });
});

describe('what_cannot_be_gone_on_with_says_why', () => {
  test('the_simulated_machine_chooses_elsewhere', () => {
    expect(byHand(changed(TWO_LOCKS, 0))).toEqual({ kind: 'hindered', by: 'simulated' });
  });

  test('a_token_without_choices_was_too_long', () => {
    const schedule = readSchedule(TWO_LOCKS);
    const token = schedule ? writeSchedule({ ...schedule, choices: undefined }) : '';
    expect(readSchedule(token)?.choices).toBeUndefined();
    expect(picking(token, 3, 1)).toEqual({ kind: 'hindered', by: 'tooLong' });
  });

  test('one_that_would_become_too_long_is_not_made', () => {
    const schedule = readSchedule(TWO_LOCKS);
    const choices = Array.from({ length: 1_200 }, (_, place) => ({ task: place % 2, length: 1 }));
    const token = schedule ? writeSchedule({ ...schedule, choices }) : '';
    expect(byHand(token).kind).toBe('schedule');
    expect(picking(token, 1_200, 5)).toEqual({ kind: 'hindered', by: 'tooLong' });
  });

  test.each(['', 'f1', '!', 'AQgBBADEagxKAQ', 'AggBBADEagxK', 'AggBBADEagxKAQENAw'])(
    'what_is_no_token %j',
    (token) => {
      expect(byHand(token)).toEqual({ kind: 'hindered', by: 'unreadable' });
    },
  );
});
