import type { VerdictType } from '../wire/trace-types';
import type { TraceLog } from './log';

/** An exploration compares what was printed up to so many characters. */
const OUTPUT_CHARS_MAX = 4_000;

/** How an execution ended, as far as endings are told apart. */
export interface Outcome {
  readonly verdict: VerdictType;
  readonly output: string;
}

/** The outcome of an execution that has ended. */
export function outcomeOf(log: TraceLog): Outcome | undefined {
  const verdict = log.verdict?.verdict;
  if (verdict === undefined || log.verdict?.reason.kind === 'stopped') return undefined;
  const printed = log.outputs.filter(({ stream }) => stream === 'stdout');
  const output = printed.map(({ text }) => text).join('');
  return { verdict, output: output.slice(0, OUTPUT_CHARS_MAX) };
}

/** The outcomes that were seen of each program, in one sitting. */
export class SeenOutcomes {
  readonly #ofSource = new Map<string, Set<string>>();

  /** Sees an outcome; whether it is one more. */
  see(source: string, { verdict, output }: Outcome): boolean {
    const seen = this.#ofSource.get(source) ?? new Set();
    const before = seen.size;
    this.#ofSource.set(source, seen.add(`${verdict} ${output}`));
    return seen.size > before;
  }

  /** How many are known of a program. */
  count(source: string): number {
    return this.#ofSource.get(source)?.size ?? 0;
  }
}
