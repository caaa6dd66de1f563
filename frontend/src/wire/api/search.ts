import { EXPLORE_STRATEGIES, MANUAL, SETTINGS, type Search, type Settings } from './types';

/** The settings of an exploration that looks this way; chance is seeded as for a run. */
export function exploringSettings(run: Settings, search: Search): Settings {
  const { strategy, atomicity, asyncio, budget, bound, seconds } = search;
  const explore = { budget, bound, seconds };
  return { ...run, strategy, atomicity, asyncio, schedule: '', explore };
}

/** How an exploration with these settings looks; nothing for those of one run. */
export function searchOf({ strategy, atomicity, asyncio, explore }: Settings): Search | undefined {
  const known = EXPLORE_STRATEGIES.find((each) => each === strategy);
  return explore === undefined || known === undefined
    ? undefined
    : { strategy: known, atomicity, asyncio, ...explore };
}

/** The settings of the one execution a schedule replays; all else is in the schedule. */
export function replaySettings(schedule: string): Settings {
  return { ...SETTINGS, schedule };
}

/** The settings of a run in which the user is the scheduler; steps are as fine as in an exploration. */
export function manualSettings(run: Settings, { atomicity, asyncio }: Search): Settings {
  return { ...SETTINGS, seed: run.seed, strategy: MANUAL, atomicity, asyncio };
}

/** The settings of a plain run: what was decided by hand is replayed, not decided again. */
export function settingsOfRun(settings: Settings): Settings {
  return settings.strategy === MANUAL ? { ...settings, strategy: SETTINGS.strategy } : settings;
}
