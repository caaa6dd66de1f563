package braid.kernel.sample;

import braid.kernel.memory.Touch;
import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Strategy;
import braid.trace.Action;
import java.util.Optional;

/// A random priority for each pending step; what was in conflict with the step taken draws again
/// (Yuan, Yang, Gu, "Partial Order Aware Concurrency Sampling", CAV 2018, algorithm 2).
final class Pos implements Strategy {
  private final Priorities priorities;

  Pos(Chance chance, Lengths seen) {
    this.priorities = new Priorities(chance, seen);
  }

  @Override
  public int pick(Candidates candidates) {
    int best = priorities.best(candidates);
    for (int i = 0; i < candidates.size(); i++) {
      if (i == best || isInConflict(candidates, best, i)) {
        priorities.forget(candidates, i);
      }
    }
    return best;
  }

  private static boolean isInConflict(Candidates candidates, int one, int other) {
    Optional<Touch> first = candidates.touch(one);
    Optional<Touch> second = candidates.touch(other);
    if (first.isPresent() && second.isPresent()) {
      return first.get().isInConflict(second.get());
    }
    return candidates.action(one) instanceof Action.OnObject here
        && candidates.action(other) instanceof Action.OnObject there
        && here.object() == there.object()
        && first.isEmpty()
        && second.isEmpty();
  }
}
