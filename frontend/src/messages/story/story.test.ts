import { expect, test } from 'vitest';
import { counting, meeting, orders, philosophers } from '../../trace/fixtures/programs';
import { emptyLog } from '../../trace/log';
import { nanosText } from './nanos';
import { withParticle } from './particles';
import { piecesOf, plain } from './pieces';
import { stepsSaying } from './search';
import { storyEn } from './story.en';
import { storyKo } from './story.ko';
import { storyOf } from './story-of';

const programs = [counting(2, 3), philosophers(5, 3), orders(), meeting()].map((machine) => ({
  name: machine.tasks[1]?.name ?? '',
  log: emptyLog().append(machine.lines),
}));
const [adders, , kitchen, walk] = programs.map(({ log }) => log);

function told(log = emptyLog(), pattern: RegExp, messages = storyEn): string[] {
  return log.steps
    .map((step) => storyOf(log, step.index, messages))
    .filter((sentence) => pattern.test(sentence));
}

test.each(programs)('every_step_has_a_whole_sentence_in_both_languages $name', ({ log }) => {
  for (const { index, task } of log.steps) {
    const name = log.tasks[task]?.name ?? '';
    for (const messages of [storyEn, storyKo]) {
      const sentence = storyOf(log, index, messages);
      expect(sentence).toMatch(/[.]$/);
      expect(sentence).not.toMatch(/undefined|NaN|``|\(\)/);
      expect(sentence).toContain(name);
      expect(sentence.split('`').length % 2).toBe(1);
    }
  }
});

test('a_step_that_has_to_wait_names_who_holds_the_lock_and_since_when', () => {
  const [sentence = ''] = told(adders, /wants/);
  const [, holder, since] =
    /^adder-\d wants `lock`, but (adder-\d) has held it since step (\d+), so it waits\.$/.exec(
      sentence,
    ) ?? [];
  const taken = adders?.steps[Number(since)];
  expect(taken?.action).toEqual({ kind: 'acquire', object: 0 });
  expect(adders?.tasks[taken?.task ?? -1]?.name).toBe(holder);
});

test('a_lock_that_was_waited_for_names_who_gave_it_back', () => {
  expect(told(adders, /gets/)[0]).toMatch(
    /adder-\d gets `lock`, now that adder-\d has given it back\./,
  );
});

test('a_lock_taken_after_sleeping_is_simply_taken', () => {
  const log = programs[1]?.log ?? emptyLog();
  const slept = log.steps.filter(({ index, task, action, outcome }) => {
    const own = log.index.tasks[task]?.steps ?? [];
    const before = log.steps[own[own.indexOf(index) - 1] ?? -1];
    return before?.action.kind === 'sleep' && action.kind === 'acquire' && outcome === 'done';
  });
  expect(slept.length).toBeGreaterThan(0);
  for (const { index } of slept) expect(storyOf(log, index, storyEn)).toMatch(/takes `forks/);
});

test('a_queue_tells_what_it_is_full_of', () => {
  expect(told(kitchen, /puts/)[0]).toMatch(/(baker|miller) puts '.*' into `orders`/);
  expect(told(kitchen, /full/)[0]).toMatch(/but it is full \(3 of 3\), so it waits\./);
});

test('a_write_tells_what_it_replaces_also_when_it_changes_nothing', () => {
  expect(told(kitchen, /writes 1/)).toEqual([
    expect.stringMatching(/before it was 0/),
    expect.stringMatching(/was 1 already/),
  ]);
});

test('a_notify_names_whom_it_wakes', () => {
  expect(told(walk, /notifies/)).toEqual([
    'clerk notifies `bell`: guide can go on once the lock is free.',
  ]);
  expect(told(walk, /goes on from/)[0]).toContain('notified by clerk');
});

test('before_the_first_step_there_is_nothing_to_tell', () => {
  expect(storyOf(emptyLog(), -1, storyEn)).toBe('Nothing has happened yet.');
});

test('a_search_finds_the_steps_whose_sentence_has_all_the_words', () => {
  const log = kitchen ?? emptyLog();
  const found = [...stepsSaying(log, storyEn, 'ORDERS full')].flat();
  expect(found.length).toBeGreaterThan(0);
  expect(found.map((step) => plain(storyOf(log, step, storyEn)))).toEqual(
    told(log, /full/).map(plain),
  );
});

test('names_from_the_program_are_told_apart', () => {
  expect(piecesOf('a takes `lock`.')).toEqual([
    { text: 'a takes ', isName: false },
    { text: 'lock', isName: true },
    { text: '.', isName: false },
  ]);
});

test.each([
  ['공자', '이', '공자가'],
  ['철학', '을', '철학을'],
  ['adder-0', '이', 'adder-0이'],
  ['adder-2', '이', 'adder-2가'],
  ['`lock`', '을', '`lock`을'],
  ['`queue`', '을', '`queue`를'],
  ['`forks[2]`', '을', '`forks[2]`를'],
  ['MainThread', '은', 'MainThread는'],
  ['main', '와', 'main과'],
] as const)('korean_particles_follow_the_sound %s', (word, particle, said) => {
  expect(withParticle(word, particle)).toBe(said);
});

test.each([
  [0, 0, '0'],
  [1_250_000_000, 0, '1.25 s'],
  [894_743, 0, '895 µs'],
  [1_000_000, 0, '1 ms'],
  [12, 0, '12 ns'],
  [1_200_000_000, 100_000_000, '1.2 s'],
] as const)('times_carry_units %d', (nanos, precision, text) => {
  expect(nanosText(nanos, precision)).toBe(text);
});
