const UNITS: readonly (readonly [number, string])[] = [
  [1e9, 's'],
  [1e6, 'ms'],
  [1e3, 'µs'],
];

/**
 * Virtual nanoseconds with a unit a person reads: "1.25 s", "340 µs". `precision` is the
 * difference in nanoseconds that should still be seen.
 */
export function nanosText(nanos: number, precision = 0): string {
  if (nanos === 0) return '0';
  const [size, unit] = UNITS.find(([each]) => Math.abs(nanos) >= each) ?? [1, 'ns'];
  const value = nanos / size;
  const whole = Math.floor(Math.log10(Math.abs(value))) + 1;
  const wanted = precision > 0 ? Math.ceil(Math.log10(size / precision) - 1e-9) : 3 - whole;
  const digits = Math.max(0, Math.min(6, wanted));
  const text = value.toFixed(digits);
  return `${precision > 0 || !text.includes('.') ? text : text.replace(/\.?0+$/, '')} ${unit}`;
}
