import type { Reason, VerdictType } from '../trace-types';

/** What picks the next task of one run. */
export const RUN_STRATEGIES = ['simulate', 'roundrobin', 'random'] as const;
/** How an exploration finds the next execution. */
export const EXPLORE_STRATEGIES = ['dpor', 'random', 'pct', 'pos', 'surw', 'dfs'] as const;
/** The user picks: as the choices of a schedule say, then each task for as long as it can go on. */
export const MANUAL = 'manual';
export const ATOMICITIES = ['language', 'gil', 'free-threaded'] as const;

/** What event loops let go on next: first in, first out; or whatever is ready. */
export const ASYNCIO_ORDERS = ['strict', 'portable'] as const;

export type RunStrategy = (typeof RUN_STRATEGIES)[number];
export type ExploreStrategy = (typeof EXPLORE_STRATEGIES)[number];
export type Strategy = RunStrategy | ExploreStrategy | typeof MANUAL;
export type Atomicity = (typeof ATOMICITIES)[number];
export type AsyncioOrder = (typeof ASYNCIO_ORDERS)[number];

export const STRATEGIES: readonly Strategy[] = [...RUN_STRATEGIES, ...EXPLORE_STRATEGIES, MANUAL];

/** How far an exploration may go: executions, preemptions (-1 for any number), real seconds. */
export interface Exploring {
  readonly budget: number;
  readonly bound: number;
  readonly seconds: number;
}

/**
 * How a program is scheduled; `schedule` is a token to replay, empty for none. With `explore` it is
 * executed many times.
 */
export interface Settings {
  readonly strategy: Strategy;
  readonly seed: number;
  readonly atomicity: Atomicity;
  readonly asyncio: AsyncioOrder;
  readonly cores: number;
  readonly gil: boolean;
  readonly schedule: string;
  readonly explore?: Exploring;
}

export const SEED_MAX = 4_294_967_295;
export const CORES_MAX = 64;
export const SOURCE_BYTES_MAX = 64 * 1024;
export const BUDGET_MAX = 100_000_000;
export const BOUND_MAX = 1_000;
export const SECONDS_MAX = 3_600;

/** What a plain Run uses. */
export const SETTINGS: Settings = {
  strategy: 'simulate',
  seed: 0,
  atomicity: 'gil',
  asyncio: 'strict',
  cores: 4,
  gil: true,
  schedule: '',
};

/** How far Explore goes unless told otherwise. */
export const EXPLORING: Exploring = { budget: 100_000, bound: -1, seconds: 20 };

/** How Explore looks: apart from the settings of Run, because both are kept side by side. */
export interface Search extends Exploring {
  readonly strategy: ExploreStrategy;
  readonly atomicity: Atomicity;
  readonly asyncio: AsyncioOrder;
}

/** What Explore does unless told otherwise. */
export const SEARCH: Search = {
  strategy: 'dpor',
  atomicity: 'language',
  asyncio: 'strict',
  ...EXPLORING,
};

/** What is asked to be run. */
export interface Program {
  readonly language: string;
  readonly file: string;
  readonly source: string;
  readonly settings: Settings;
}

export type RunState = 'queued' | 'running' | 'finished' | 'interrupted';

/** One execution asked for by a user; what is not known yet is absent. */
export interface Run extends Program {
  readonly id: string;
  readonly state: RunState;
  readonly place?: number | undefined;
  readonly verdict?: VerdictType | undefined;
  readonly detail?: string | undefined;
  readonly reason?: Reason | undefined;
  readonly steps?: number | undefined;
  readonly virtualMillis?: number | undefined;
  readonly wallMillis?: number | undefined;
  readonly schedule?: string | undefined;
  readonly traceHash?: string | undefined;
  readonly stderr?: string | undefined;
}

/** A saved program, with the run it was saved with when there was one. */
export interface Snippet extends Program {
  readonly id: string;
  readonly run?: Run | undefined;
}

export interface SnippetLink {
  readonly id: string;
  readonly path: string;
}

export interface Bilingual {
  readonly en: string;
  readonly ko: string;
}

/** A teaching program of the gallery. */
export interface Example {
  readonly name: string;
  readonly topic: string;
  readonly title: Bilingual;
  readonly notice: Bilingual;
  readonly source: string;
  readonly settings: Settings;
  /** How it ends, or the worst of its executions where it is there to be explored. */
  readonly verdict: string;
  /** The name of the program in which its bug is repaired, empty for none. */
  readonly repaired: string;
  /** The name of the program whose bug is repaired in this one, empty for none. */
  readonly broken: string;
}

/** What the service says about itself. */
export interface About {
  readonly version: string;
  readonly isolation: string;
}

/** A message of a run's stream. */
export type StreamMessage =
  | { readonly kind: 'state'; readonly state: RunState; readonly place?: number | undefined }
  | { readonly kind: 'entries'; readonly from: number; readonly lines: readonly string[] }
  | { readonly kind: 'end'; readonly run: Run };
