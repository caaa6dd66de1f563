import type { Entry, Stream } from '../wire/trace-types';

type Of<K extends Entry['kind']> = Extract<Entry, { kind: K }>;

export type Header = Of<'trace'>;
export type Step = Of<'step'>;
export type Explored = Of<'explored'>;
export type Verdict = Of<'verdict'>;
export type RecordingStopped = Of<'stopped'>;
export type Counters = Of<'counters'>;

/** What there was to choose from before a step; `entry` is its place among the log's entries. */
export type ChoiceInfo = Omit<Of<'choice'>, 'kind'> & {
  readonly entry: number;
  /** The last step before it, -1 for none. */
  readonly after: number;
};

/** A task as declared, under its latest name; it exists from the moment `born` on. */
export type TaskInfo = Omit<Of<'task'>, 'kind'> & { readonly born: number };

/** An object as declared; it exists from the moment `born` on. */
export type ObjectInfo = Omit<Of<'object'>, 'kind'> & { readonly born: number };

/** Text a task wrote, at `step`, or after recording stopped (`step` is then the last step). */
export interface OutputPiece {
  readonly step: number;
  readonly task: number;
  readonly stream: Stream;
  readonly text: string;
}
