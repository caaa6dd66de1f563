package braid.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.explore.Playlet.Variable;
import braid.trace.VerdictType;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Event loops that let any of what is ready go next: one execution for each order of pieces that
/// makes a difference, and no more.
class LoopOrderTest {
  private static Findings explore(Consumer<Playlet> play, Algorithm algorithm) {
    ExploreRules rules = ExploreRules.exhaustive(20_000).with(algorithm);
    return new Explorer(Stage.portable(play), rules, Progress.NONE).explore();
  }

  /// Tasks that read, let others go first, and write one more.
  private static Consumer<Playlet> counters(int tasks) {
    return play -> {
      Variable x = play.variable("x", 0);
      PlayedLoop loop = new PlayedLoop(play.kernel());
      for (int i = 0; i < tasks; i++) {
        int[] seen = new int[1];
        loop.add(() -> seen[0] = x.get(), () -> x.set(seen[0] + 1));
      }
      loop.run();
      play.check(x.get() == tasks);
    };
  }

  @Test
  void a_wait_between_reading_and_writing_loses_an_update_without_a_preemption() {
    Findings found = explore(counters(2), Algorithm.DPOR);
    assertEquals(VerdictType.UNCAUGHT, found.verdict());
    assertEquals(4, found.explored());
    assertEquals(2, failing(found));
    assertEquals(0, found.preemptions());
    assertEquals(0, found.blocked());
    assertTrue(found.isComplete());
    assertEquals(List.of(), found.races());
  }

  @Test
  void three_tasks_are_as_many_executions_as_three_threads() {
    Findings found = explore(counters(3), Algorithm.DPOR);
    assertEquals(36, found.explored());
    assertEquals(30, failing(found));
    assertEquals(0, found.blocked());
  }

  @Test
  void a_piece_is_not_interrupted() {
    Consumer<Playlet> play =
        stage -> {
          Variable x = stage.variable("x", 0);
          PlayedLoop loop = new PlayedLoop(stage.kernel());
          loop.add(() -> x.add(1));
          loop.add(() -> x.add(1));
          loop.run();
          stage.check(x.get() == 2);
        };
    Findings found = explore(play, Algorithm.DPOR);
    assertEquals(VerdictType.PASSED, found.verdict());
    assertEquals(2, found.explored());
  }

  @Test
  void tasks_that_share_nothing_are_one_execution() {
    Consumer<Playlet> play =
        stage -> {
          PlayedLoop loop = new PlayedLoop(stage.kernel());
          for (int i = 0; i < 4; i++) {
            Variable own = stage.variable("x" + i, 0);
            loop.add(() -> own.add(1), () -> own.add(1));
          }
          loop.run();
        };
    Findings found = explore(play, Algorithm.DPOR);
    assertEquals(1, found.explored());
    assertTrue(found.isComplete());
  }

  @Test
  void all_orders_show_the_same_endings() {
    for (int tasks = 2; tasks <= 3; tasks++) {
      Findings each = explore(counters(tasks), Algorithm.DPOR);
      Findings every = explore(counters(tasks), Algorithm.DFS);
      assertEquals(endings(every), endings(each));
      assertTrue(every.explored() >= each.explored());
    }
  }

  @Test
  void a_thread_comes_between_the_accesses_of_a_piece_and_a_task_does_not() {
    Consumer<Playlet> play =
        stage -> {
          Variable x = stage.variable("x", 0);
          stage.together(
              () -> {
                PlayedLoop loop = new PlayedLoop(stage.kernel());
                loop.add(() -> x.add(1));
                loop.add(() -> x.add(1));
                loop.run();
              },
              () -> x.add(10));
          stage.print("" + x.get());
        };
    Findings each = explore(play, Algorithm.DPOR);
    assertEquals(endings(explore(play, Algorithm.DFS)), endings(each));
    assertTrue(endings(each).contains(VerdictType.PASSED + " 12"));
    assertTrue(!each.races().isEmpty());
  }

  private static long failing(Findings found) {
    return found.outcomes().stream()
        .filter(outcome -> outcome.verdict() != VerdictType.PASSED)
        .mapToLong(Findings.Outcome::count)
        .sum();
  }

  private static Set<String> endings(Findings found) {
    return found.outcomes().stream()
        .map(outcome -> outcome.verdict() + " " + outcome.output())
        .collect(Collectors.toSet());
  }
}
