import { lastAtMost } from './search';

/** What one thing was from which step on: a function of the step, looked up in O(log changes). */
export class History<T> {
  readonly #steps: number[] = [];
  readonly #values: T[] = [];

  /** The steps at which the value changed, ascending. */
  get steps(): readonly number[] {
    return this.#steps;
  }

  /** Adds a value; a later value for the same step replaces the earlier one. */
  add(step: number, value: T): void {
    const last = this.#steps.length - 1;
    if (this.#steps[last] === step) {
      this.#values[last] = value;
      return;
    }
    this.#steps.push(step);
    this.#values.push(value);
  }

  /** The value after `step`, or `before` when nothing had been added by then. */
  at(step: number, before: T): T {
    const place = lastAtMost(this.#steps, step);
    return place < 0 ? before : (this.#values[place] ?? before);
  }

  /** The value that was added at the `place`th change. */
  value(place: number): T | undefined {
    return this.#values[place];
  }

  /** The place of the last change up to `step`, -1 for none. */
  place(step: number): number {
    return lastAtMost(this.#steps, step);
  }
}
