const UNITS: readonly (readonly [number, string, number])[] = [
  [1e9, 's', 3],
  [1e6, 'ms', 3],
  [1e3, 'µs', 1],
];

/** A virtual time as people read it: "1.250 s", "13.400 ms", "820.0 µs", "0 s". */
export function formatNanos(nanos: number): string {
  for (const [size, unit, digits] of UNITS) {
    if (nanos >= size) return `${(nanos / size).toFixed(digits)} ${unit}`;
  }
  return nanos === 0 ? '0 s' : `${nanos} ns`;
}

/** A span on a real clock, given in milliseconds: "820 ms", "1.3 s". */
export function formatMillis(millis: number): string {
  return millis >= 1000 ? `${(millis / 1000).toFixed(1)} s` : `${Math.round(millis)} ms`;
}

/** A whole number with its thousands apart: "20,000". */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}
