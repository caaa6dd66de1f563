import type { Order } from '../wire/trace-types';

/** Which step put the item that is taken now: a queue of steps beside the program's queue. */
export class Items {
  readonly #order: Order;
  readonly #steps: number[] = [];
  readonly #byItem = new Map<string, number[]>();
  #head = 0;

  constructor(order: Order) {
    this.#order = order;
  }

  put(step: number, item: string): void {
    if (this.#order !== 'priority') {
      this.#steps.push(step);
      return;
    }
    const same = this.#byItem.get(item);
    if (same) same.push(step);
    else this.#byItem.set(item, [step]);
  }

  /** The step that put the item taken, undefined if it was never seen. */
  take(item: string): number | undefined {
    switch (this.#order) {
      case 'fifo':
        return this.#head < this.#steps.length ? this.#steps[this.#head++] : undefined;
      case 'lifo':
        return this.#steps.pop();
      case 'priority':
        return this.#byItem.get(item)?.shift();
      default:
        return unknown(this.#order);
    }
  }
}

function unknown(order: never): never {
  throw new Error(`no such order: ${String(order)}`);
}
