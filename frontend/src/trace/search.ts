/** The first place in `sorted` whose value is at least `value`; its length if there is none. */
export function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last place in `sorted` whose value is at most `value`; -1 if there is none. */
export function lastAtMost(sorted: readonly number[], value: number): number {
  return firstAbove(sorted, value) - 1;
}

/** The first place in `sorted` whose value is above `value`; its length if there is none. */
export function firstAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
