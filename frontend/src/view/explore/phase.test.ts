import { expect, test } from 'vitest';
import { exploreEn } from '../../messages/explore.en';
import { EXPLORED } from '../../trace/fixtures/explorations';
import { SEARCH } from '../../wire/api/types';
import { phaseSaid, type Standing } from './phase';

const RUNNING: Standing = {
  phase: 'running',
  isStopping: false,
  account: { ...EXPLORED, complete: false },
  reason: undefined,
  search: SEARCH,
  wallMillis: undefined,
};

test.each([
  [{ ...RUNNING, phase: 'queued' }, 'Waiting for a free machine.'],
  [{ ...RUNNING, account: undefined }, 'Running the program for the first time…'],
  [RUNNING, 'Trying every order that can make a difference.'],
  [{ ...RUNNING, search: { ...SEARCH, strategy: 'surw' } }, 'Trying orders drawn by chance.'],
  [{ ...RUNNING, isStopping: true }, 'Stopping; what was found stays.'],
  [
    { ...RUNNING, phase: 'finished', reason: 'stopped' },
    'Stopped. What was found up to then stays.',
  ],
  [{ ...RUNNING, phase: 'finished', reason: 'explored' }, 'Done: as far as it was told to go.'],
  [
    { ...RUNNING, phase: 'finished', reason: 'explored', account: EXPLORED },
    'Done: every different execution was seen.',
  ],
  [
    { ...RUNNING, phase: 'finished', reason: 'explored', wallMillis: 3_000 },
    'Stopped. What was found up to then stays.',
  ],
  [
    { ...RUNNING, phase: 'finished', reason: 'explored', wallMillis: 20_010 },
    'Done: as far as it was told to go.',
  ],
] as const)('where_it_stands_is_said_in_words: %#', (standing, words) => {
  expect(phaseSaid(standing, exploreEn)).toBe(words);
});
