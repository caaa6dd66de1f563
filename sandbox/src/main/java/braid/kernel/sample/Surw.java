package braid.kernel.sample;

import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Strategy;
import braid.trace.Action;
import java.util.LinkedHashMap;
import java.util.Map;

/// A task is as likely as it has steps left that can be noticed, as far as earlier executions
/// tell; so each order of these is about as likely as any other (Zhao and others, "Selectively
/// Uniform Concurrency Testing", ASPLOS 2025). Steps nobody notices are taken at once, and decide
/// nothing.
final class Surw implements Strategy {
  private static final int NOBODY = -1;

  private final Map<Integer, Integer> done = new LinkedHashMap<>();
  private final Chance chance;
  private final Lengths seen;
  private int intended = NOBODY;

  Surw(Chance chance, Lengths seen) {
    this.chance = chance;
    this.seen = seen;
  }

  @Override
  public int pick(Candidates candidates) {
    int at = -1;
    for (int i = 0; i < candidates.size(); i++) {
      if (seen.number(candidates.task(i)) == intended) {
        at = i;
      }
    }
    if (at < 0) {
      at = draw(candidates);
      intended = seen.number(candidates.task(at));
    }
    if (candidates.touch(at).isPresent() || candidates.action(at) instanceof Action.OnObject) {
      done.merge(intended, 1, Integer::sum);
      intended = NOBODY;
    }
    return at;
  }

  private int draw(Candidates candidates) {
    int[] left = new int[candidates.size()];
    int sum = 0;
    for (int i = 0; i < left.length; i++) {
      int number = seen.number(candidates.task(i));
      left[i] = Math.max(1, seen.stepsOf(number) - done.getOrDefault(number, 0));
      sum += left[i];
    }
    int drawn = chance.below(sum);
    int at = 0;
    while (drawn >= left[at]) {
      drawn -= left[at];
      at++;
    }
    return at;
  }
}
