package braid.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Action;
import braid.trace.LimitType;
import braid.trace.Reason;
import braid.trace.Stream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which steps come round, and what is said of them.
class CircleTest {
  private static final Reason.LimitReached LIMIT =
      new Reason.LimitReached(LimitType.WALL, 20, "seconds");

  private final Tape tape = new Tape();
  private final int bob = tape.task("Bob");
  private final int alice = tape.task("Alice");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 30})
  void the_least_period_is_found_behind_whatever_came_before(int period) {
    Circle circle = new Circle();
    for (int i = 0; i < 5_000; i++) {
      circle.note(i < 3_900 ? -i : i % period, i % period, 10 + i % period);
    }
    Reason.Going round = circle.round().orElseThrow();
    assertEquals(period, round.steps());
    assertEquals(period, round.tasks().size());
    assertEquals(10, round.firstLine());
    assertEquals(9 + period, round.lastLine());
  }

  @Test
  void what_goes_anywhere_or_has_just_begun_is_no_circle() {
    Circle counting = new Circle();
    Circle young = new Circle();
    Circle left = new Circle();
    for (int i = 0; i < 5_000; i++) {
      counting.note(i, 1, 1);
      left.note(i < 4_999 ? i % 2 : 2, 1, 1);
    }
    for (int i = 0; i < 100; i++) {
      young.note(i % 2, 1, 1);
    }
    for (Circle circle : List.of(counting, young, left)) {
      assertEquals(Optional.empty(), circle.round());
    }
  }

  private String said(Reason.LimitReached limit) {
    Judge judge = new Judge();
    tape.entries.forEach(judge::note);
    return judge.judge(limit, Optional.empty()).detail();
  }

  @Test
  void tasks_that_answer_each_other_for_ever_are_told_as_a_livelock() {
    for (int i = 0; i < 200; i++) {
      tape.act(bob, 14, new Action.Print(Stream.STDOUT, "after you"));
      tape.act(alice, 18, new Action.Print(Stream.STDOUT, "no, after you"));
    }
    String said = said(LIMIT);
    String going = "Bob and Alice did the same 2 steps over and over (lines 14 to 18).";
    assertTrue(said.contains(going) && said.endsWith("that is a livelock."), said);
  }

  @Test
  void who_prints_something_new_each_time_gets_further() {
    for (int i = 0; i < 400; i++) {
      tape.act(bob, 14, new Action.Print(Stream.STDOUT, "number " + i));
    }
    assertTrue(said(LIMIT).endsWith("let it do less."), said(LIMIT));
  }

  @Test
  void who_computes_without_a_step_is_told_with_the_line() {
    Reason.Going going = new Reason.Going(List.of(bob), 0, 4, 4);
    String said = said(LIMIT.with(going));
    assertTrue(said.endsWith("Bob was computing at line 4."), said);
  }
}
