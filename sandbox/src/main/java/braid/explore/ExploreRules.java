package braid.explore;

import java.util.function.LongSupplier;

/// How, how far and how long to explore. Immutable.
///
/// @param budget executions at most, in all
/// @param preemptionsMax only schedules with at most so many preemptions; -1 for all
/// @param stepsMax an execution is given up after so many points
/// @param seed decides every chance of the sampling algorithms
/// @param clockNanos reads a clock of the caller's; exploring ends `timeNanos` after it began
public record ExploreRules(
    Algorithm algorithm,
    Atomicity atomicity,
    int budget,
    int preemptionsMax,
    int stepsMax,
    long seed,
    LongSupplier clockNanos,
    long timeNanos) {

  /// What counts as one step of a program.
  public enum Atomicity {
    /// Each read and each write.
    LANGUAGE,
    /// Whatever lies between two points where CPython hands its lock over.
    GIL,
    /// As `LANGUAGE`, and every data race is an error.
    FREE_THREADED
  }

  public ExploreRules {
    if (budget < 1) {
      throw new IllegalArgumentException("an exploration cannot have " + budget + " executions");
    }
    if (preemptionsMax < -1) {
      throw new IllegalArgumentException("no schedule has " + preemptionsMax + " preemptions");
    }
  }

  /// Everything by partial-order reduction, without a clock.
  public static ExploreRules exhaustive(int budget) {
    return new ExploreRules(
        Algorithm.DPOR, Atomicity.LANGUAGE, budget, -1, 5_000, 0, () -> 0, Long.MAX_VALUE);
  }

  public ExploreRules with(Algorithm other) {
    return new ExploreRules(
        other, atomicity, budget, preemptionsMax, stepsMax, seed, clockNanos, timeNanos);
  }

  public ExploreRules with(Atomicity other) {
    return new ExploreRules(
        algorithm, other, budget, preemptionsMax, stepsMax, seed, clockNanos, timeNanos);
  }
}
