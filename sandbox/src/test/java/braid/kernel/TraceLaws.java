package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.Outcome;
import braid.trace.TaskState;
import braid.trace.lane.Lanes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What every trace of every script promises its readers, whatever the strategy.
final class TraceLaws {
  private final List<Primitive> objects;
  private final Map<Integer, TaskState> states = new HashMap<>();
  private final Map<Integer, Action> blockedOn = new HashMap<>();
  private final Map<Integer, Long> lastTimes = new HashMap<>();
  private int index;
  private long time;

  private TraceLaws(Script script) {
    objects = script.objects().get();
  }

  /// Fails, with the picture, where a law is broken.
  static void check(Performance performance, Script script) {
    TraceLaws laws = new TraceLaws(script);
    for (Entry entry : performance.entries()) {
      try {
        laws.check(entry);
      } catch (AssertionError e) {
        throw new AssertionError(
            entry + "\n" + script.tasks() + "\n" + Lanes.of(performance.entries()), e);
      }
    }
  }

  private void check(Entry entry) {
    if (entry instanceof Entry.TaskAdded added) {
      assertEquals(null, states.put(added.task(), new TaskState.Created()));
    } else if (entry instanceof Entry.Step step) {
      checkNumbers(step);
      checkTask(step);
      checkObjects(step);
      checkChanges(step);
    }
  }

  private void checkNumbers(Entry.Step step) {
    assertEquals(index++, step.index());
    assertTrue(step.time() >= time, "time never goes back");
    time = step.time();
    assertTrue(step.since() <= step.time(), "a task began to run before it stepped");
    long before = lastTimes.getOrDefault(step.task(), 0L);
    assertTrue(step.time() >= before, "a task's time never goes back");
    lastTimes.put(step.task(), step.time());
  }

  private void checkTask(Entry.Step step) {
    Action due = blockedOn.remove(step.task());
    if (due != null) {
      assertEquals(due.getClass(), step.action().getClass(), "what was blocked comes next");
    }
    if (step.outcome() == Outcome.BLOCKED) {
      Action next =
          step.action() instanceof Action.Wait(int o) ? new Action.Resume(o) : step.action();
      blockedOn.put(step.task(), next);
    }
    boolean saysItRuns =
        step.changes().stream()
            .anyMatch(
                change ->
                    change instanceof Change.OfTask(int task, TaskState state)
                        && task == step.task()
                        && !(state instanceof TaskState.Created));
    if (step.outcome() != Outcome.BLOCKED && !saysItRuns) {
      assertInstanceOf(TaskState.Runnable.class, states.get(step.task()), "who steps can run");
    }
    assertFalse(states.get(step.task()) instanceof TaskState.Ended, "who has ended steps no more");
  }

  /// The recorded states are those the primitives come to by the recorded actions.
  private void checkObjects(Entry.Step step) {
    if (!(step.action() instanceof Action.OnObject on)) {
      return;
    }
    Primitive object = objects.get(on.object());
    if (step.outcome() == Outcome.BLOCKED && !(on instanceof Action.Wait)) {
      assertFalse(object.isEnabled(step.task(), on), "who blocks could not have gone on");
      object.park(step.task(), on);
    } else {
      assertTrue(object.isEnabled(step.task(), on), "what happens was enabled");
      object.apply(step.task(), on);
    }
  }

  private void checkChanges(Entry.Step step) {
    for (Change change : step.changes()) {
      switch (change) {
        case Change.OfTask(int task, TaskState state) -> states.put(task, state);
        case Change.OfObject(int object, var state) ->
            assertEquals(objects.get(object).state(), state);
      }
    }
  }
}
