import { expect, test } from 'vitest';
import { decodeEntry } from '../wire/trace/entry';
import { MalformedTrace } from '../wire/trace/shape';
import { decisionsOf, linesUpTo, placeAfter, placeBehind } from './decisions';
import { begins, ByHand, looks, reads } from './fixtures/choices';
import { emptyLog } from './log';

/** Main looks twice before it starts to wait, then both read and end. */
const walk = new ByHand()
  .step(0, { kind: 'begin' })
  .forced()
  .choice(0, looks, begins)
  .choice(0, looks, begins)
  .step(0, { kind: 'join', child: 1 })
  .choice(1, reads, begins)
  .step(1, { kind: 'begin' })
  .choice(1, reads, reads)
  .step(1, { kind: 'yield' })
  .step(0, { kind: 'end', error: '' })
  .choice(0, looks, looks)
  .ends();
const log = emptyLog().append(walk.lines);
const decisions = decisionsOf(log);

test('only_the_last_choice_before_a_step_decides', () => {
  expect(decisions.map(({ choice, after }) => [choice, after])).toEqual([
    [2, 0],
    [3, 1],
    [4, 2],
  ]);
});

test('a_look_that_shows_nothing_is_told_by_the_step_behind_it', () => {
  expect(decisions[0]?.options).toEqual([
    { task: 0, action: { kind: 'join', child: 1 }, place: '' },
    { task: 1, ...begins },
  ]);
});

test('what_is_shown_ends_at_the_decision', () => {
  decisions.forEach((decision) => {
    const shown = emptyLog().append(linesUpTo(walk.lines, decision));
    expect(shown.steps).toHaveLength(decision.after + 1);
    expect(shown.verdict).toBeUndefined();
    expect(shown.choices.at(-1)?.choice).toBe(decision.choice);
  });
  expect(linesUpTo(walk.lines, undefined)).toEqual(walk.lines);
});

test('a_pick_that_the_run_makes_as_well_leads_to_the_next_decision', () => {
  const [first] = decisions;
  if (first === undefined) throw new Error('there is no decision');
  expect(placeAfter(decisions, first, 0)).toBe(1);
});

test('a_pick_that_shows_nothing_yet_is_not_asked_for_again', () => {
  const before = { choice: 1, picked: 1, after: 0, entry: 0, options: [] };
  expect(placeAfter(decisions, before, 0)).toBe(1);
  expect(placeAfter(decisions, before, 1)).toBe(0);
});

test('behind_the_last_decision_there_is_the_end', () => {
  const last = decisions.at(-1);
  if (last === undefined) throw new Error('there is no decision');
  expect(placeAfter(decisions, last, 1)).toBe(decisions.length);
});

test.each([
  [-1, 0],
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
])('who_stands_at_step_%d_takes_over_at_decision_%d', (step, place) => {
  expect(placeBehind(decisions, step)).toBe(place);
});

test.each([
  ['choice', 'first'],
  ['picked', -2],
  ['options', [{ task: 0, action: { kind: 'begin' } }]],
  ['options', [{ task: 0, action: { kind: 'dance' }, place: '' }]],
])('what_is_no_choice_is_refused_by_the_member: %s = %j', (member, value) => {
  const line = walk.entries.find(({ kind }) => kind === 'choice');
  expect(() => decodeEntry(JSON.stringify({ ...line, [member]: value }))).toThrow(MalformedTrace);
});
