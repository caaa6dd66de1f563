package braid.kernel;

import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Makes every choice there is, one execution after another: depth first, by running the program
/// again from its beginning.
final class Exhaustive implements Strategy {
  private static final int EXECUTIONS_MAX = 50_000;

  private final List<Integer> picks = new ArrayList<>();
  private final List<Integer> alternatives = new ArrayList<>();
  private int position;

  /// Shows every execution of `main`, and says how many there are.
  static int each(Rules rules, Consumer<Kernel> main, Consumer<Performance> audience) {
    Exhaustive strategy = new Exhaustive();
    int executions = 0;
    do {
      strategy.position = 0;
      audience.accept(Performance.of(rules, strategy, main));
      if (++executions > EXECUTIONS_MAX) {
        throw new AssertionError("more than " + EXECUTIONS_MAX + " executions");
      }
    } while (strategy.advance());
    return executions;
  }

  @Override
  public int pick(Candidates candidates) {
    if (position == picks.size()) {
      picks.add(0);
      alternatives.add(candidates.size());
    }
    return picks.get(position++);
  }

  /// Goes to the next leaf; false when there is none.
  private boolean advance() {
    while (!picks.isEmpty() && picks.getLast() + 1 == alternatives.getLast()) {
      picks.removeLast();
      alternatives.removeLast();
    }
    if (picks.isEmpty()) {
      return false;
    }
    picks.add(picks.removeLast() + 1);
    return true;
  }
}
