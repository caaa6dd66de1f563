package braid.explore;

import braid.explore.search.Course;
import braid.explore.search.Dfs;
import braid.explore.search.Known;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What all schedules of a playlet show.
///
/// @param kinds how many of them differ in more than the order of what commutes
record Yardstick(int executions, int kinds, Set<String> outcomes) {
  private static final int EXECUTIONS_MAX = 60_000;

  static Yardstick of(Consumer<Playlet> play) {
    Known known = new Known();
    while (true) {
      Yardstick all = of(new Stage(play), known);
      if (all.executions > 0) {
        return all;
      }
    }
  }

  /// Nothing when a place turned out to be contended on the way.
  private static Yardstick of(Stage stage, Known known) {
    Dfs search = new Dfs(known, 5_000);
    Set<String> outcomes = new TreeSet<>();
    int executions = 0;
    while (search.hasNext()) {
      Course course = search.next();
      Executed executed = stage.execute(course, course.watch());
      outcomes.add(executed.verdict() + executed.output());
      search.isNew(course);
      if (++executions > EXECUTIONS_MAX) {
        throw new AssertionError("more than " + EXECUTIONS_MAX + " executions");
      }
      if (course.watch().hasGrown()) {
        return new Yardstick(0, 0, outcomes);
      }
    }
    return new Yardstick(executions, search.kinds(), outcomes);
  }
}
