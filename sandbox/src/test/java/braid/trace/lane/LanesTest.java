package braid.trace.lane;

import static braid.trace.Sketch.ends;
import static braid.trace.Sketch.is;
import static braid.trace.Sketch.runs;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.Outcome;
import braid.trace.Samples;
import braid.trace.Sketch;
import braid.trace.TaskState;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Action BEGIN = new Action.Begin();
  private static final Action END = new Action.End("");
  private static final Action ACQUIRE = new Action.Acquire(0);
  private static final Action RELEASE = new Action.Release(0, 1);

  @Test
  void a_lock_that_two_tasks_want() {
    var sketch =
        new Sketch()
            .task(0, "MainThread")
            .done(0, BEGIN, runs(0))
            .task(1, "adder")
            .done(0, new Action.Start(1), runs(1))
            .done(0, ACQUIRE)
            .done(1, BEGIN)
            .blocked(1, ACQUIRE)
            .done(0, RELEASE, runs(1))
            .step(0, new Action.Join(1), Outcome.BLOCKED, is(0, new TaskState.Joining(1, -1)))
            .done(1, ACQUIRE)
            .done(1, RELEASE)
            .done(1, END, ends(1), runs(0))
            .done(0, new Action.Join(1))
            .done(0, END, ends(0));
    assertPicture(
        """
                   0         10
        MainThread (s[--]?~~-j)
        adder       --(?--[])
        """,
        sketch);
  }

  @Test
  void a_wait_a_notify_and_a_sleep() {
    var sketch =
        new Sketch()
            .task(0, "taker")
            .task(1, "giver")
            .done(0, BEGIN, runs(0), runs(1))
            .done(0, ACQUIRE)
            .blocked(0, new Action.Wait(1))
            .done(1, BEGIN)
            .done(1, new Action.Sleep(5), is(1, new TaskState.Sleeping(5)))
            .step(1, ACQUIRE, Outcome.DONE, runs(1))
            .done(1, new Action.Notify(1, 1))
            .done(1, RELEASE, runs(0))
            .done(0, new Action.Resume(1))
            .done(0, RELEASE)
            .step(0, ACQUIRE, Outcome.FAILED);
    assertPicture(
        """
              0         10
        taker ([w~~~~-r]x
        giver ---(z[n]---
        """,
        sketch);
  }

  @Test
  void a_task_that_never_starts_has_no_row_and_one_that_has_ended_no_line() {
    var sketch =
        new Sketch()
            .task(0, "a")
            .task(1, "never")
            .task(2, "b")
            .done(0, BEGIN, runs(0), runs(2))
            .done(0, END, ends(0))
            .done(2, BEGIN)
            .done(2, END, ends(2));
    assertPicture(
        """
              0
        a     ()
        b     --()
        """,
        sketch);
  }

  @Test
  void namesakes_have_their_numbers_and_a_renamed_task_its_last_name() {
    var sketch =
        new Sketch()
            .task(0, "worker")
            .task(1, "worker")
            .task(2, "Thread-1")
            .done(0, BEGIN)
            .named(2, "third")
            .done(1, BEGIN)
            .done(2, BEGIN);
    assertPicture(
        """
                  0
        worker #0 (
        worker #1  (
        third       (
        """,
        sketch);
  }

  @Test
  void letters_of_two_columns_keep_the_rows_in_line() {
    var sketch = new Sketch().task(0, "철학자 1").task(1, "a\nb").done(0, BEGIN).done(1, BEGIN);
    assertPicture(
        """
                 0
        철학자 1 (
        a?b       (
        """,
        sketch);
  }

  @Test
  void a_wide_trace_goes_on_in_further_blocks_without_those_who_have_ended() {
    var sketch = new Sketch().task(0, "a").task(1, "b").done(0, BEGIN, runs(0), runs(1));
    sketch.done(1, BEGIN).done(1, END, ends(1));
    for (int at = 3; at < 113; at++) {
      sketch.done(0, new Action.Yield());
    }
    assertPicture(
        """
          0         10        20        30        40        50        60        70        80  \
              90
        a (--..................................................................................\
        ...............
        b -()

          100       110
        a .............
        """,
        sketch);
  }

  @Test
  void a_trace_of_exactly_one_block_ends_with_it() {
    var sketch = new Sketch().task(0, "a");
    for (int at = 0; at < 100; at++) {
      sketch.done(0, BEGIN);
    }
    assertEquals(2, Lanes.of(sketch.entries()).lines().count());
  }

  @Test
  void of_very_many_tasks_only_those_that_step_are_shown() {
    var sketch = new Sketch();
    for (int task = 0; task < 1000; task++) {
      sketch.task(task, "t" + task);
    }
    Change[] all = new Change[1000];
    for (int task = 0; task < 1000; task++) {
      all[task] = runs(task);
    }
    sketch.done(0, BEGIN, all).done(1, BEGIN);
    assertPicture(
        """
             0
        t0   (-
        t1   -(
        (and 998 tasks that do nothing here)
        """,
        sketch);
  }

  @Test
  void where_recording_stopped_is_said() {
    var picture = Lanes.of(new Sketch().task(0, "a").done(0, BEGIN).stopped().entries());
    assertTrue(picture.endsWith("(recording stopped after 1 steps)\n"), picture);
  }

  @Test
  void a_trace_without_steps_is_an_empty_picture() {
    assertEquals("", Lanes.of(List.of()));
  }

  @Test
  void every_action_has_a_glyph_and_no_glyph_looks_like_waiting() {
    for (Object action : Samples.of(Action.class)) {
      var step = new Entry.Step(0, 0, 0, 0, 1, (Action) action, Outcome.DONE, List.of());
      assertEquals(-1, " -~_?x".indexOf(Glyph.of(step)), action.toString());
    }
  }

  private static void assertPicture(String expected, Sketch sketch) {
    assertEquals(expected, Lanes.of(sketch.entries()));
  }
}
