package braid.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.explore.Playlet.Variable;
import braid.kernel.memory.Access;
import braid.kernel.memory.Place;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Strategy;
import braid.trace.VerdictType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SpinTest {
  private static Findings explore(Consumer<Playlet> play) {
    return explore(2_000, play);
  }

  private static Findings explore(int budget, Consumer<Playlet> play) {
    return new Explorer(new Stage(play), ExploreRules.exhaustive(budget), Progress.NONE).explore();
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

  /// Says that it wants to, and takes that back as long as the other wants to as well.
  private static void yieldPolitely(Variable mine, Variable others) {
    mine.set(1);
    while (others.get() == 1) {
      mine.set(0);
      mine.set(1);
    }
    mine.set(0);
  }

  @Test
  void a_slice_ends_at_the_same_turn_whether_or_not_others_may_go_first_at_reads() {
    List<Integer> order = new ArrayList<>();
    Stage stage =
        new Stage(
            play -> {
              Variable flag = play.variable("flag", 0);
              Variable other = play.variable("other", 0);
              Runnable count =
                  () -> {
                    for (int i = 0; i < 10_000; i++) {
                      other.get();
                      order.add(play.kernel().current());
                      if (play.kernel().statement(1)) {
                        play.kernel().slice();
                      }
                    }
                  };
              play.together(count, count, () -> flag.set(1));
            });
    Observer noPoints =
        new Observer() {
          @Override
          public boolean isPoint(int task, Place place, Access access, int line) {
            return false;
          }
        };
    Executed first = stage.execute(Strategy.roundRobin(), noPoints);
    List<Integer> wanted = List.copyOf(order);
    order.clear();
    stage.execute(first.choices().strategy(), Observer.NONE);
    assertEquals(wanted, order);
    assertTrue(wanted.lastIndexOf(1) > wanted.indexOf(2), "slices end");
  }

  @Test
  void two_that_always_give_way_to_each_other_are_a_livelock() {
    Findings found =
        explore(
            100,
            play -> {
              Variable one = play.variable("one", 0);
              Variable other = play.variable("other", 0);
              play.together(() -> yieldPolitely(one, other), () -> yieldPolitely(other, one));
            });
    assertFalse(found.isComplete());
    assertTrue(
        found.outcomes().stream()
            .anyMatch(
                ending ->
                    ending.verdict() == VerdictType.LIMIT && ending.detail().contains("livelock")),
        () -> found.outcomes().toString());
    assertTrue(
        found.outcomes().stream().anyMatch(ending -> ending.verdict() == VerdictType.PASSED));
  }

  @Test
  void who_keeps_taking_a_lock_lets_others_have_it_some_time() {
    Findings found =
        explore(
            100,
            play -> {
              Variable done = play.variable("done", 0);
              Playlet.Lock lock = play.lock();
              play.together(
                  () -> {
                    while (done.get() == 0) {
                      lock.with(() -> {});
                    }
                  },
                  () -> lock.with(() -> done.set(1)));
            });
    assertTrue(
        found.outcomes().stream().allMatch(ending -> ending.verdict() == VerdictType.PASSED),
        () -> found.outcomes().toString());
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
