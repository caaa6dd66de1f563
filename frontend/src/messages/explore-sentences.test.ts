import { expect, test } from 'vitest';
import { ending, EXPLORED, LOCKED, race } from '../trace/fixtures/explorations';
import { causeOf, failureOf, findingOf, isRacing } from '../trace/findings';
import { exploreEn } from './explore.en';
import { exploreKo } from './explore.ko';
import { apart, callsOf, sealOf, shortOutput, whyOf } from './explore-sentences';

const { outcomes } = LOCKED;

test.each([
  [undefined, 'No execution has come to its end.'],
  [{ ...LOCKED, explored: 120, estimated: 120 }, 'All 120 different executions end with `2`.'],
  [{ ...LOCKED, explored: 1 }, 'There is only one execution, and it ends with `2`.'],
  [
    { ...LOCKED, explored: 1_200, outcomes: [ending('', 'passed', 1_200, 'p')] },
    'Verified: all 1,200 different executions are fine.',
  ],
  [
    { ...LOCKED, outcomes: [...outcomes, ending('3\n', 'passed', 1, 'q')] },
    'None of 2 executions fails; they end in 2 different ways.',
  ],
  [
    { ...LOCKED, schedule: 'q', outcomes: [...outcomes, ending('1\n', 'passed', 1, 'q')] },
    'What comes out depends on a race: 2 executions, 2 different endings.',
  ],
  [
    { ...LOCKED, schedule: 'p' },
    'A race in 2 executions: an error without a GIL, even where it ends well.',
  ],
  [EXPLORED, 'Goes wrong in 2 of 4 different executions.'],
  [{ ...EXPLORED, complete: false }, 'Goes wrong in 2 of the 4 executions tried.'],
  [
    { ...EXPLORED, outcomes: [ending('', 'deadlock', 4, 'f1')] },
    'Goes wrong in all 4 different executions.',
  ],
  [
    { ...LOCKED, complete: false, estimated: 5_000, explored: 300 },
    'Nothing wrong found in 300 of about 5,000 executions.',
  ],
  [
    { ...LOCKED, complete: false, estimated: 3_449_000_000, explored: 300 },
    'Nothing wrong found in 300 of about 3.4 × 10⁹ executions.',
  ],
  [
    { ...LOCKED, complete: false, estimated: Number('9223372036854775807'), explored: 300 },
    'Nothing wrong found in 300 of about 10¹⁸+ executions.',
  ],
  [
    { ...LOCKED, complete: false, estimated: -1, explored: 1 },
    'Nothing wrong found in 1 execution.',
  ],
  [
    { ...LOCKED, explored: 5, outcomes: [...outcomes, ending('', 'limit', 3, 'l')] },
    '3 executions of 5 reached a limit and could not be judged; the others are fine.',
  ],
  [
    { ...LOCKED, complete: false, explored: 2, outcomes: [ending('', 'limit', 2, 'l')] },
    'All 2 executions tried reached a limit and could not be judged. Let loops make fewer turns: a few show what many do.',
  ],
])('the_seal_says_plainly_what_was_shown: %#', (account, sentence) => {
  expect(sealOf(findingOf(account), exploreEn)).toBe(sentence);
});

test('tasks_that_go_round_for_ever_are_the_failure_and_no_race', () => {
  const round = ending('', 'limit', 3, 'r');
  const stuck = { ...LOCKED, complete: false, schedule: 'r', explored: 3, outcomes: [round] };
  expect(failureOf(stuck)).toEqual(round);
  expect(sealOf(findingOf(stuck), exploreEn)).toContain('nobody gets any further');
  expect(whyOf(round, stuck, exploreEn)).toBe(exploreEn.whys.livelock);
  expect(isRacing(stuck)).toBe(false);
});

test('a_race_that_changes_what_comes_out_is_shown_as_the_failure', () => {
  const other = ending('1\n', 'passed', 1, 'q');
  const racing = { ...LOCKED, schedule: 'q', outcomes: [...outcomes, other] };
  expect(failureOf(racing)).toEqual({ ...other, verdict: 'race' });
});

test('the_seal_speaks_korean', () => {
  expect(sealOf(findingOf(EXPLORED), exploreKo)).toBe(
    '서로 다른 실행 4개 가운데 2개가 잘못됩니다.',
  );
  expect(sealOf(findingOf({ ...LOCKED, explored: 120 }), exploreKo)).toBe(
    '서로 다른 실행 120개가 모두 같은 결과로 끝납니다: `2`',
  );
});

test('a_failure_is_the_one_whose_schedule_is_shown', () => {
  const other = ending('', 'deadlock', 1, 'd1');
  expect(failureOf({ ...EXPLORED, outcomes: [other, ...EXPLORED.outcomes] })?.schedule).toBe('f1');
  expect(failureOf({ ...EXPLORED, schedule: 'gone', outcomes: [other] })?.schedule).toBe('d1');
  expect(failureOf(LOCKED)).toBeUndefined();
});

test('a_lost_update_is_told_by_who_comes_between_what', () => {
  const [, failure] = EXPLORED.outcomes;
  if (failure === undefined) throw new Error('the fixture has a failure');
  expect(whyOf(failure, EXPLORED, exploreEn)).toBe(
    '`adder-0` and `adder-1` can each come between the other’s read and write of `counter` (lines 6 and 7): then one of the changes is lost.',
  );
  expect(whyOf({ ...failure, verdict: 'deadlock' }, EXPLORED, exploreEn)).toBe(
    'In this order, tasks come to wait for what nobody left can bring: they never go on.',
  );
  expect(whyOf(failure, { ...EXPLORED, outcomes: [failure] }, exploreEn)).toBe(
    'It fails in every execution, so it does not depend on the order.',
  );
  expect(whyOf(failure, { ...EXPLORED, races: [] }, exploreEn)).toContain('Nothing but the order');
});

test('a_race_of_a_reader_and_a_writer_loses_nothing_but_comes_early_or_late', () => {
  expect(causeOf([race('ready', ['boss', 3, 'writes'], ['worker', 9, 'reads'])])).toEqual({
    kind: 'early',
    object: 'ready',
    reader: 'worker',
    readLine: 9,
    writer: 'boss',
    writeLine: 3,
  });
  expect(causeOf([race('x', ['a', 3, 'writes'], ['b', 4, 'writes'])]).kind).toBe('last');
  expect(causeOf([race('x', ['a', 3, 'writes'], ['b', 3, 'reads'])]).kind).toBe('lost');
});

test('a_race_is_one_sentence_whose_lines_can_be_shown', () => {
  const [told] = EXPLORED.races;
  if (told === undefined) throw new Error('the fixture has a race');
  const sentence = exploreEn.race(told);
  expect(sentence.filter((part) => typeof part === 'number')).toEqual([7, 6]);
  expect(
    sentence.map((part) => (typeof part === 'number' ? exploreEn.line(part) : part)).join(''),
  ).toBe(
    '`adder-0` writes `counter` at line 7 while `adder-1` reads it at line 6. Nothing orders them: hold the same lock around both.',
  );
  expect(
    exploreKo
      .race(told)
      .map((part) => (typeof part === 'number' ? exploreKo.line(part) : part))
      .join(''),
  ).toBe(
    '`adder-0`이 7행에서 `counter` 값을 쓰고, `adder-1`이 6행에서 읽습니다. 순서를 정해 주는 것이 없으니 둘 다 같은 락을 잡고 하세요.',
  );
});

test('the_calls_of_both_accesses_are_told_from_the_innermost_out', () => {
  const [told] = EXPLORED.races;
  if (told === undefined) throw new Error('the fixture has a race');
  expect(callsOf(told)).toEqual([]);
  const calls = [
    { function: 'add', line: 7 },
    { function: 'work', line: 12 },
  ];
  expect(callsOf({ ...told, first: { ...told.first, calls } })).toEqual([
    ['`adder-0`: `add` ', 7, ' ← `work` ', 12],
  ]);
});

test('output_is_said_on_one_line_or_not_at_all', () => {
  expect(shortOutput('1\n2\n')).toBe('1 ↵ 2');
  expect(shortOutput('')).toBe('');
  expect(shortOutput('x'.repeat(100))).toBe('');
});

test('outputs_are_told_apart_by_what_they_do_not_share', () => {
  expect(apart(['a\nb\n1\n', 'a\nb\n2\n'])).toEqual(['… ↵ 1', '… ↵ 2']);
  expect(apart(['a\nb\n', 'b\na\n', ''])).toEqual(['a ↵ b', 'b ↵ a', '']);
  expect(apart(['a\nb\n'])).toEqual(['a ↵ b']);
  expect(apart(['a\n', 'a\n'])).toEqual(['a', 'a']);
  expect(apart(['x'.repeat(500)])[0]?.length).toBe(162);
});

test('locks_taken_in_different_orders_are_told_with_their_lines', () => {
  const circle = [
    { task: 'mover', held: 'a', heldLine: 7, taken: 'b', line: 8 },
    { task: 'counter', held: 'b', heldLine: 12, taken: 'a', line: 13 },
  ];
  expect(exploreEn.lockOrder({ circle }).join('')).toBe(
    '`mover` holds `a` since 7 and takes `b` at 8; `counter` holds `b` since 12 and takes `a` at 13' +
      '. Take them in the same order everywhere.',
  );
  expect(exploreKo.lockOrder({ circle }).filter((part) => typeof part === 'number')).toEqual([
    7, 8, 12, 13,
  ]);
});
