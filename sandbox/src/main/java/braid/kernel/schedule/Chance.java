package braid.kernel.schedule;

/// A stream of numbers that a seed decides, the same on every machine and JDK: SplitMix64 (Steele,
/// Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). Confined to the
/// carrier.
public final class Chance {
  private long state;

  /// `purpose` separates the streams of one seed, so that drawing from one does not shift another.
  public Chance(long seed, int purpose) {
    state = mix(seed * 0x9E3779B97F4A7C15L + mix(purpose));
  }

  /// Any long.
  public long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /// A number from 0 to `bound` - 1.
  public int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
