package braid.detect;

import braid.trace.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds in a deadlock the tasks that wait for each other in a circle (Coffman, Elphick, Shoshani,
/// "System Deadlocks", Computing Surveys 1971).
final class WaitCycle {
  private WaitCycle() {}

  /// The same deadlock, reduced to its circle when there is one.
  static Reason.Deadlock in(Reason.Deadlock deadlock) {
    for (Reason.Waiting start : deadlock.waiting()) {
      List<Reason.Waiting> path = new ArrayList<>();
      Optional<Reason.Waiting> at = Optional.of(start);
      while (at.isPresent() && !path.contains(at.get())) {
        path.add(at.get());
        at = of(at.get().holder(), deadlock.waiting());
      }
      if (at.isPresent()) {
        List<Reason.Waiting> circle = path.subList(path.indexOf(at.get()), path.size());
        return new Reason.Deadlock(true, deadlock.type(), circle, deadlock.early());
      }
    }
    return deadlock;
  }

  private static Optional<Reason.Waiting> of(int task, List<Reason.Waiting> waiting) {
    return waiting.stream().filter(wait -> wait.task() == task).findFirst();
  }
}
