package braid.kernel;

import braid.kernel.schedule.Rules;

/// Rules for tests.
final class TestRules {
  private TestRules() {}

  /// Every order is possible and time moves only when all wait.
  static Rules exploring() {
    return new Rules(false, 0, 4, true, 1_000, 10_000, 1_000, 1_000);
  }

  /// The simulated machine; seed 0 disturbs nothing.
  static Rules simulating(long seed, int cores, boolean hasGil) {
    return new Rules(true, seed, cores, hasGil, 1_000, 10_000, 1_000, 1_000);
  }
}
