package braid.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.explore.Playlet.Variable;
import braid.trace.VerdictType;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SpinTest {
  private static Findings explore(Consumer<Playlet> play) {
    return new Explorer(new Stage(play), ExploreRules.exhaustive(2_000), Progress.NONE).explore();
  }

  /// Reads until it finds `value`; like a guest, it is asked again after so many turns.
  private static void awaitValue(Playlet play, Variable variable, int value) {
    while (variable.get() != value) {
      if (play.kernel().statement(1)) {
        play.kernel().slice();
      }
    }
  }

  /// One task awaits the flag and then needs the data; the other sets both, in this order.
  private static Findings handOver(boolean isDataFirst) {
    return explore(
        play -> {
          Variable flag = play.variable("flag", 0);
          Variable data = play.variable("data", 0);
          play.together(
              () -> {
                awaitValue(play, flag, 1);
                play.check(data.get() == 7);
              },
              () -> {
                (isDataFirst ? data : flag).set(isDataFirst ? 7 : 1);
                (isDataFirst ? flag : data).set(isDataFirst ? 1 : 7);
              });
        });
  }

  @Test
  void a_busy_wait_for_a_flag_comes_to_an_end() {
    Findings found = handOver(true);
    assertEquals(VerdictType.PASSED, found.verdict());
    assertTrue(found.explored() < 100, found.explored() + " executions");
    assertFalse(found.isComplete(), "how often it looks is not gone through");
  }

  @Test
  void a_flag_raised_too_early_is_found_behind_a_busy_wait() {
    Findings found = handOver(false);
    assertEquals(VerdictType.UNCAUGHT, found.verdict());
    assertEquals(1, found.preemptions());
  }

  @Test
  void waiting_busily_for_ever_is_a_limit() {
    Findings found =
        explore(
            play -> {
              Variable flag = play.variable("flag", 0);
              play.together(() -> awaitValue(play, flag, 2), () -> flag.set(1));
            });
    assertEquals(VerdictType.LIMIT, found.verdict());
    assertFalse(found.isComplete());
  }

  @Test
  void two_tasks_that_exclude_each_other_by_turns_are_gone_through() {
    Findings found =
        explore(
            play -> {
              Variable turn = play.variable("turn", 0);
              Variable inside = play.variable("inside", 0);
              Consumer<Integer> enter =
                  self -> {
                    awaitValue(play, turn, self);
                    inside.add(1);
                    play.check(inside.get() == 1);
                    inside.add(-1);
                    turn.set(1 - self);
                  };
              play.together(() -> enter.accept(0), () -> enter.accept(1));
            });
    assertEquals(VerdictType.PASSED, found.verdict());
  }
}
