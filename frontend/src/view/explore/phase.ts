import type { ExploreMessages } from '../../messages/explore.en';
import type { Explored } from '../../trace/entries';
import type { RunState, Search } from '../../wire/api/types';
import type { Reason } from '../../wire/trace-types';

/** Where an exploration stands. */
export interface Standing {
  readonly phase: 'idle' | 'loading' | 'starting' | RunState;
  readonly isStopping: boolean;
  readonly account: Explored | undefined;
  readonly reason: Reason['kind'] | undefined;
  readonly search: Search;
  /** How long it took on its machine, once that is known. */
  readonly wallMillis: number | undefined;
}

/** Where it stands, in words. */
export function phaseSaid(standing: Standing, { phases }: ExploreMessages): string {
  const { phase, isStopping } = standing;
  switch (phase) {
    case 'idle':
    case 'loading':
      return phases.loading;
    case 'starting':
    case 'queued':
    case 'interrupted':
      return phases[phase];
    case 'running':
      return isStopping ? phases.stopping : running(standing, phases);
    case 'finished':
      return finished(standing, phases);
    default:
      return phase satisfies never;
  }
}

function running({ account, search }: Standing, phases: ExploreMessages['phases']): string {
  if (account === undefined) return phases.first;
  const { strategy } = search;
  return strategy === 'dpor' || strategy === 'dfs' ? phases[strategy] : phases.sampling;
}

function finished(standing: Standing, phases: ExploreMessages['phases']): string {
  const { account, reason } = standing;
  if (account?.complete === true) return phases.complete;
  if (reason === 'stopped' || isCutShort(standing)) return phases.stopped;
  return reason === 'lost' ? phases.lost : phases.over;
}

/** Whether it ended before any of its bounds was reached: somebody stopped it. */
function isCutShort({ account, search, wallMillis }: Standing): boolean {
  if (account === undefined || wallMillis === undefined || search.bound >= 0) return false;
  const tried = account.explored + account.blocked;
  return tried < search.budget && wallMillis < search.seconds * 1000 * 0.95;
}
