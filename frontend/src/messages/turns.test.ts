import { expect, test } from 'vitest';
import { decisionsOf, linesUpTo } from '../trace/decisions';
import { begins, ByHand, reads } from '../trace/fixtures/choices';
import { emptyLog } from '../trace/log';
import type { Action } from '../wire/trace-types';
import { schedulerEn } from './scheduler.en';
import { schedulerKo } from './scheduler.ko';
import { turnsOf } from './turns';

const walk = new ByHand()
  .step(0, { kind: 'begin' })
  .choice(0, reads, begins)
  .step(0, { kind: 'read', object: 0, value: '0' });
const [decision] = decisionsOf(emptyLog().append(walk.lines));
if (decision === undefined) throw new Error('there is no decision');
const shown = emptyLog().append(linesUpTo(walk.lines, decision));

test('each_option_says_what_it_is_about_to_do_and_which_key_picks_it', () => {
  const said = turnsOf(shown, decision, schedulerEn).map(({ name, key, text }) => [
    name,
    key,
    text,
  ]);
  expect(said).toEqual([
    ['main', 1, 'reads `counter`'],
    ['adder', 2, 'begins'],
  ]);
  expect(turnsOf(shown, decision, schedulerKo)[0]?.text).toBe('`counter` 읽기');
});

test('who_waits_says_for_whom', () => {
  const waiting = new ByHand().step(0, { kind: 'join', child: 1 });
  waiting.entries.push({
    kind: 'step',
    index: 1,
    time: 0,
    since: 0,
    task: 0,
    line: 2,
    action: { kind: 'join', child: 1 },
    outcome: 'blocked',
    changes: [{ kind: 'task', task: 0, state: { kind: 'joining', other: 1, until: -1 } }],
  });
  const log = emptyLog().append(waiting.lines);
  const only = { ...decision, options: [{ task: 1, ...begins }] };
  expect(turnsOf(log, only, schedulerEn)).toEqual([
    { task: 0, name: 'main', canGo: false, key: 0, text: 'waits for adder to end' },
    { task: 1, name: 'adder', canGo: true, key: 1, text: 'begins' },
  ]);
});

test.each([
  [{ kind: 'print', stream: 'stdout', text: 'a'.repeat(60) }, `prints "${'a'.repeat(24)}…"`],
  [{ kind: 'sleep', nanos: 0 }, 'lets others go first'],
  [{ kind: 'sleep', nanos: 5_000_000 }, 'sleeps for 5 ms'],
  [{ kind: 'start', child: 1 }, 'starts adder'],
] as readonly (readonly [Action, string])[])(
  'what_it_is_about_to_do_is_short %j',
  (action, text) => {
    const only = { ...decision, options: [{ task: 0, action, place: '' }] };
    expect(turnsOf(shown, only, schedulerEn)[0]?.text).toBe(text);
  },
);
