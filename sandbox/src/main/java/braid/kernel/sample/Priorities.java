package braid.kernel.sample;

import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.Chance;
import java.util.LinkedHashMap;
import java.util.Map;

/// A priority for each task, drawn where it has none. Confined to one execution.
final class Priorities {
  private final Map<Integer, Long> values = new LinkedHashMap<>();
  private final Chance chance;
  private final Lengths seen;
  private long lowest;

  Priorities(Chance chance, Lengths seen) {
    this.chance = chance;
    this.seen = seen;
  }

  private int number(Candidates candidates, int index) {
    return seen.number(candidates.task(index));
  }

  /// The candidate with the greatest.
  int best(Candidates candidates) {
    int best = 0;
    long greatest = Long.MIN_VALUE;
    for (int i = 0; i < candidates.size(); i++) {
      long value = values.computeIfAbsent(number(candidates, i), _ -> chance.next() >>> 1);
      if (value > greatest) {
        greatest = value;
        best = i;
      }
    }
    return best;
  }

  /// From now on it comes last.
  void lower(Candidates candidates, int index) {
    values.put(number(candidates, index), --lowest);
  }

  /// It draws again next time.
  void forget(Candidates candidates, int index) {
    values.remove(number(candidates, index));
  }
}
