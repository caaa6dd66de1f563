package braid.kernel.sample;

import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Strategy;
import java.util.ArrayList;
import java.util.List;

/// Random priorities, and at a few random steps the task that runs gets the lowest (Burckhardt,
/// Kothari, Musuvathi, Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of
/// Finding Bugs", ASPLOS 2010, section 2). Whoever gives way loses its priority too; and past twice
/// the expected length every choice is by chance, so that a loop that waits for others ends.
final class Pct implements Strategy {
  /// How deep a bug it assumes: one change of priorities less.
  private static final int DEPTH = 3;

  private static final int FAIR_AFTER = 2;

  private final Priorities priorities;
  private final Chance chance;
  private final List<Integer> changes = new ArrayList<>();
  private final long fairFrom;
  private int step;

  Pct(Chance chance, Lengths seen) {
    this.chance = chance;
    this.priorities = new Priorities(chance, seen);
    this.fairFrom = Math.max(Lengths.GUESSED_STEPS, (long) FAIR_AFTER * seen.pointsExpected());
    for (int i = 1; i < DEPTH; i++) {
      changes.add(chance.below(seen.pointsExpected()));
    }
  }

  @Override
  public int pick(Candidates candidates) {
    if (step >= fairFrom) {
      return chance.below(candidates.size());
    }
    int best = priorities.best(candidates);
    if (changes.contains(step++) || candidates.givesWay(best)) {
      priorities.lower(candidates, best);
      best = priorities.best(candidates);
    }
    return best;
  }
}
