package braid.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.explore.ExploreRules.Atomicity;
import braid.explore.Playlet.Variable;
import braid.trace.VerdictType;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AtomicityTest {
  private static Findings explore(Consumer<Playlet> play, Atomicity atomicity) {
    ExploreRules rules = ExploreRules.exhaustive(5_000).with(atomicity);
    return new Explorer(new Stage(play), rules, Progress.NONE).explore();
  }

  /// Two tasks with one increment each; under a GIL there is a point before it, and perhaps one
  /// between reading and writing.
  private static Consumer<Playlet> increments(boolean isCallBetween) {
    return play -> {
      play.kernel().memory().joinAccesses();
      Variable x = play.variable("x", 0);
      Runnable add =
          () -> {
            play.kernel().memory().point(1);
            int seen = x.get();
            if (isCallBetween) {
              play.kernel().memory().point(1);
            }
            x.set(seen + 1);
          };
      play.together(add, add);
      play.check(x.get() == 2);
    };
  }

  @Test
  void under_a_gil_an_increment_is_one_step() {
    Findings found = explore(increments(false), Atomicity.GIL);
    assertEquals(VerdictType.PASSED, found.verdict());
    assertEquals(2, found.explored());
    assertTrue(found.isComplete());
  }

  @Test
  void a_call_within_an_increment_lets_others_in() {
    Findings found = explore(increments(true), Atomicity.GIL);
    assertEquals(VerdictType.UNCAUGHT, found.verdict());
    assertEquals(4, found.explored());
    assertEquals(1, found.preemptions());
  }

  @Test
  void a_race_that_changes_nothing_is_an_error_only_without_a_gil() {
    Consumer<Playlet> play = Memories::storeBuffering;
    assertEquals(VerdictType.PASSED, explore(play, Atomicity.LANGUAGE).verdict());
    Findings free = explore(play, Atomicity.FREE_THREADED);
    assertEquals(VerdictType.RACE, free.verdict());
    assertTrue(free.races().stream().anyMatch(race -> race.place().equals("x")));
  }

  @Test
  void a_race_on_which_the_output_depends_is_an_error() {
    Consumer<Playlet> play =
        stage -> {
          Variable x = stage.variable("x", 0);
          stage.together(() -> x.add(1), () -> x.add(1));
          stage.print("" + x.get());
        };
    Findings found = explore(play, Atomicity.LANGUAGE);
    assertEquals(VerdictType.RACE, found.verdict());
    assertEquals(2, found.outcomes().size());
    assertTrue(found.failing().isPresent());
    assertEquals(1, found.preemptions());
    Findings.Race race = found.races().getFirst();
    assertEquals("t1", race.first().task());
    assertEquals("t2", race.second().task());
  }
}
