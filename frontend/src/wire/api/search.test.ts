import { expect, test } from 'vitest';
import { decodeRun, search, settings } from './decode';
import {
  exploringSettings,
  manualSettings,
  replaySettings,
  searchOf,
  settingsOfRun,
} from './search';
import { SEARCH, SETTINGS } from './types';

test('how_explore_looks_goes_into_settings_and_comes_back', () => {
  const asked = {
    ...SEARCH,
    strategy: 'pct',
    asyncio: 'portable',
    bound: 2,
    budget: 500,
  } as const;
  const sent = exploringSettings({ ...SETTINGS, seed: 7, schedule: 'old' }, asked);
  expect(sent).toMatchObject({ seed: 7, schedule: '', strategy: 'pct', atomicity: 'language' });
  expect(searchOf(settings(JSON.parse(JSON.stringify(sent))))).toEqual(asked);
});

test('settings_of_one_run_look_for_nothing', () => {
  expect(searchOf(SETTINGS)).toBeUndefined();
  expect(searchOf(replaySettings('token'))).toBeUndefined();
  expect('explore' in settings({})).toBe(false);
});

test('what_is_not_said_of_an_exploration_is_as_usual', () => {
  const run = decodeRun({
    id: 'r1',
    state: 'finished',
    language: 'python',
    file: 'main.py',
    source: '',
    settings: { strategy: 'dpor', atomicity: 'language', explore: { budget: 9 } },
    reason: { kind: 'explored' },
  });
  expect(searchOf(run.settings)).toEqual({ ...SEARCH, budget: 9 });
  expect(run.reason).toEqual({ kind: 'explored' });
});

test('a_search_that_was_kept_is_read_and_an_odd_one_is_refused', () => {
  expect(search(JSON.parse(JSON.stringify(SEARCH)))).toEqual(SEARCH);
  expect(search({})).toEqual(SEARCH);
  expect(() => search({ strategy: 'simulate' })).toThrow();
  expect(() => search({ budget: 'many' })).toThrow();
});

test('who_is_the_scheduler_has_steps_as_fine_as_an_exploration', () => {
  const run = { ...SETTINGS, seed: 7, schedule: 'old' };
  const sent = manualSettings(run, { ...SEARCH, asyncio: 'portable' });
  const finest = { atomicity: 'language', asyncio: 'portable' };
  expect(sent).toEqual({ ...SETTINGS, seed: 7, strategy: 'manual', ...finest });
  expect(settings(JSON.parse(JSON.stringify(sent)))).toEqual(sent);
});

test('what_was_decided_by_hand_is_replayed_and_not_decided_again', () => {
  const sent = manualSettings(SETTINGS, SEARCH);
  expect(settingsOfRun({ ...sent, schedule: 'token' })).toMatchObject({
    strategy: 'simulate',
    schedule: 'token',
  });
  expect(settingsOfRun(SETTINGS)).toBe(SETTINGS);
});
