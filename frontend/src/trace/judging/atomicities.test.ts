import { expect, test } from 'vitest';
import type { Ending, VerdictType } from '../../wire/trace-types';
import { differenceOf } from './atomicities';
import type { Explored } from '../entries';

function explored(verdicts: readonly VerdictType[], failing = '', isComplete = true): Explored {
  const outcomes = verdicts.map((verdict, place): Ending => ({
    output: `${place}`,
    verdict,
    detail: '',
    count: 1,
    schedule: `s${place}`,
  }));
  return {
    kind: 'explored',
    explored: verdicts.length,
    blocked: 0,
    complete: isComplete,
    estimated: verdicts.length,
    preemptions: -1,
    schedule: failing,
    passing: '',
    outcomes,
    races: [],
    warnings: [],
    executionsPerSecond: 0,
  };
}

const FINE = explored(['passed']);
const WRONG = explored(['passed', 'uncaught'], 's1');
const RACING = explored(['passed', 'passed'], 's1');
const UNFOUND = explored(['passed'], '', false);

test('one_exploration_says_nothing_of_the_others', () => {
  expect(differenceOf({ language: WRONG })).toBe('unknown');
});

test('what_fails_only_between_reads_and_writes_is_told_apart', () => {
  expect(differenceOf({ language: WRONG, gil: FINE })).toBe('language');
  expect(differenceOf({ language: RACING, gil: FINE })).toBe('language');
});

test('what_fails_under_all_makes_no_difference', () => {
  expect(differenceOf({ language: WRONG, gil: WRONG, 'free-threaded': WRONG })).toBe('none');
});

test('a_race_that_ends_well_is_an_error_without_a_gil_only', () => {
  expect(differenceOf({ language: FINE, 'free-threaded': RACING })).toBe('free-threaded');
});

test('where_not_all_was_seen_no_difference_is_claimed', () => {
  expect(differenceOf({ language: UNFOUND, gil: WRONG })).toBe('unknown');
});
