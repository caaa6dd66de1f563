import type { Atomicity, Known } from '../trace/judging/atomicities';
import type { Explored } from '../trace/entries';

interface Seen {
  readonly run: string;
  readonly account: Explored;
}

/** What explorations of one sitting have shown of programs, by what counted as one step. */
export class RulesSeen {
  #ofSource = $state.raw<ReadonlyMap<string, ReadonlyMap<Atomicity, Seen>>>(new Map());

  /** An exploration has ended so. */
  see(source: string, atomicity: Atomicity, seen: Seen): void {
    const before = this.#ofSource.get(source) ?? new Map<Atomicity, Seen>();
    if (before.get(atomicity)?.run === seen.run) return;
    const of = new Map(before).set(atomicity, seen);
    this.#ofSource = new Map(this.#ofSource).set(source, of);
  }

  known(source: string): Known {
    const of = this.#ofSource.get(source) ?? new Map<Atomicity, Seen>();
    return Object.fromEntries([...of].map(([atomicity, { account }]) => [atomicity, account]));
  }

  /** The exploration that showed it. */
  runOf(source: string, atomicity: Atomicity): string | undefined {
    return this.#ofSource.get(source)?.get(atomicity)?.run;
  }
}
