import type { Reason, VerdictType } from '../trace-types';

export type Strategy = 'simulate' | 'roundrobin' | 'random';
export type Atomicity = 'language' | 'gil' | 'free-threaded';

/** How a program is scheduled; `schedule` is a token to replay, empty for none. */
export interface Settings {
  readonly strategy: Strategy;
  readonly seed: number;
  readonly atomicity: Atomicity;
  readonly cores: number;
  readonly gil: boolean;
  readonly schedule: string;
}

export const SEED_MAX = 4_294_967_295;
export const CORES_MAX = 64;
export const SOURCE_BYTES_MAX = 64 * 1024;

/** What a plain Run uses. */
export const SETTINGS: Settings = {
  strategy: 'simulate',
  seed: 0,
  atomicity: 'gil',
  cores: 4,
  gil: true,
  schedule: '',
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
  readonly verdict: string;
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
