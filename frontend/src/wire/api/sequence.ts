/** How long to wait before the next attempt, after `attempts` that failed: 0.25 s doubling to 8 s. */
export function backoffMillis(attempts: number): number {
  return Math.min(8_000, 250 * 2 ** Math.min(attempts, 5));
}

/**
 * The lines that are new to one who has `have` entries, out of `lines` which begin at entry `from`;
 * nothing when entries in between are missing, so that the stream has to be asked for again.
 */
export function newLines(
  have: number,
  from: number,
  lines: readonly string[],
): readonly string[] | undefined {
  if (from > have) return undefined;
  return from === have ? lines : lines.slice(have - from);
}
