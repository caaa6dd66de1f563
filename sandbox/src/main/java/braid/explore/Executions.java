package braid.explore;

import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Strategy;

/// Makes executions of one program, each on a fresh kernel that is not simulated.
public interface Executions {

  /// Runs the program from its beginning to its end; returns when no task of it runs any more.
  Executed execute(Strategy strategy, Observer observer);

  /// Whether one takes so long that there will be few: then one of each kind comes first, and only
  /// a failure is looked for with fewer preemptions.
  default boolean areCostly() {
    return false;
  }
}
