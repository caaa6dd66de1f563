import { expect, test } from 'vitest';
import { ByHand } from './fixtures/choices';
import { emptyLog } from './log';
import { outcomeOf, SeenOutcomes } from './outcomes';

const wrong = outcomeOf(emptyLog().append(new ByHand().prints('1\n').ends().lines));
const right = outcomeOf(emptyLog().append(new ByHand().prints('2\n').ends().lines));

test('an_outcome_is_the_verdict_and_what_was_printed', () => {
  expect(wrong).toEqual({ verdict: 'passed', output: '1\n' });
});

test('what_has_not_ended_has_no_outcome', () => {
  expect(outcomeOf(emptyLog().append(new ByHand().prints('1\n').lines))).toBeUndefined();
});

test('an_outcome_is_new_once_for_each_program', () => {
  const seen = new SeenOutcomes();
  if (wrong === undefined || right === undefined) throw new Error('these runs have ended');
  expect(seen.see('a', wrong)).toBe(true);
  expect(seen.see('a', right)).toBe(true);
  expect(seen.see('a', wrong)).toBe(false);
  expect(seen.see('a', { ...wrong, verdict: 'uncaught' })).toBe(true);
  expect(seen.see('b', wrong)).toBe(true);
  expect([seen.count('a'), seen.count('b'), seen.count('c')]).toEqual([3, 1, 0]);
});
