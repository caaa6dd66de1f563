package braid.explore;

import braid.explore.event.Known;
import braid.explore.search.Course;
import braid.explore.search.Dfs;
import braid.trace.VerdictType;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What all schedules of a playlet show.
///
/// @param kinds how many of them differ in more than the order of what commutes
/// @param preemptions the fewest with which one fails; [#NEVER] where none does
record Yardstick(int executions, int kinds, Set<String> outcomes, int preemptions) {
  static final int NEVER = Integer.MAX_VALUE;

  private static final int EXECUTIONS_MAX = 60_000;

  static Yardstick of(Consumer<Playlet> play) {
    return tryOf(play)
        .orElseThrow(() -> new AssertionError("more than " + EXECUTIONS_MAX + " executions"));
  }

  /// Nothing where there are too many.
  static Optional<Yardstick> tryOf(Consumer<Playlet> play) {
    Known known = new Known();
    while (true) {
      Yardstick all = of(new Stage(play), known);
      if (all.executions > 0) {
        return Optional.of(all).filter(found -> found.executions <= EXECUTIONS_MAX);
      }
    }
  }

  /// Nothing when a place turned out to be contended on the way.
  private static Yardstick of(Stage stage, Known known) {
    Dfs search = new Dfs(known, 5_000);
    Set<String> outcomes = new TreeSet<>();
    int executions = 0;
    int preemptions = NEVER;
    while (search.hasNext() && executions <= EXECUTIONS_MAX) {
      Course course = search.next();
      Executed executed = stage.execute(course, course.watch());
      outcomes.add(executed.verdict() + executed.output());
      search.isNew(course);
      if (executed.verdict() == VerdictType.UNCAUGHT
          || executed.verdict() == VerdictType.DEADLOCK) {
        preemptions = Math.min(preemptions, course.preemptions());
      }
      executions++;
      if (course.watch().hasGrown()) {
        return new Yardstick(0, 0, outcomes, preemptions);
      }
    }
    return new Yardstick(executions, search.kinds(), outcomes, preemptions);
  }
}
