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

function finished({ account, reason }: Standing, phases: ExploreMessages['phases']): string {
  if (account?.complete === true) return phases.complete;
  if (reason === 'stopped') return phases.stopped;
  return reason === 'lost' ? phases.lost : phases.over;
}
