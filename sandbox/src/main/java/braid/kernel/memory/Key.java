package braid.kernel.memory;

/// Names that stay the same from one execution of a program to the next, whatever the schedule: a
/// path of "the n-th child of", as 64 bits. Two paths alike by chance are not to be expected below
/// billions of them (the mixing is that of SplitMix64, see [braid.kernel.schedule.Chance]).
public final class Key {
  /// The first task of all, which is also the maker of what was there before everything.
  public static final long ROOT = 1;

  private Key() {}

  /// The `nth` thing of one kind that `parent` made; kinds are told apart by `kind`.
  public static long child(long parent, int kind, long nth) {
    return mix(mix(parent * 0x9E3779B97F4A7C15L + kind) + nth);
  }

  /// The part of `owner` that is called `part`.
  public static long part(long owner, String part) {
    long hash = mix(owner);
    for (int i = 0; i < part.length(); i++) {
      hash = mix(hash + part.charAt(i) + 1);
    }
    return hash;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
