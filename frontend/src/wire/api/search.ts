import { EXPLORE_STRATEGIES, SETTINGS, type Search, type Settings } from './types';

/** The settings of an exploration that looks this way; chance is seeded as for a run. */
export function exploringSettings(run: Settings, search: Search): Settings {
  const { strategy, atomicity, budget, bound, seconds } = search;
  return { ...run, strategy, atomicity, schedule: '', explore: { budget, bound, seconds } };
}

/** How an exploration with these settings looks; nothing for those of one run. */
export function searchOf({ strategy, atomicity, explore }: Settings): Search | undefined {
  const known = EXPLORE_STRATEGIES.find((each) => each === strategy);
  return explore === undefined || known === undefined
    ? undefined
    : { strategy: known, atomicity, ...explore };
}

/** The settings of the one execution a schedule replays; all else is in the schedule. */
export function replaySettings(schedule: string): Settings {
  return { ...SETTINGS, schedule };
}
