package braid.explore;

import braid.explore.event.Known;
import braid.explore.search.Course;
import braid.explore.search.Dpor;
import java.util.function.Consumer;

/// Executions per second, without a guest; not run by default.
final class ExploreBenchmark {
  private static final long ROUND_NANOS = 3_000_000_000L;

  private ExploreBenchmark() {}

  /// Prints a line each round, for the lost update and for 100 steps of two threads.
  public static void main(String[] arguments) {
    for (int round = 0; round < 4; round++) {
      measure("lost update", play -> Memories.lostUpdate(play, 2, 1));
      measure("100 steps", play -> Memories.lostUpdate(play, 2, 22));
    }
  }

  private static void measure(String name, Consumer<Playlet> play) {
    Stage stage = new Stage(play);
    Known known = new Known();
    Dpor search = new Dpor(known, 5_000);
    int executions = 0;
    long events = 0;
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < ROUND_NANOS) {
      Course course = search.next();
      stage.execute(course, course.watch());
      search.isNew(course);
      events += course.steps();
      executions++;
      if (course.watch().hasGrown() || !search.hasNext()) {
        search = new Dpor(known, 5_000);
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%-12s %,9.0f executions/s %,11.0f steps/s%n",
        name, executions / seconds, events / seconds);
  }
}
