package braid.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A trace drawn by hand, for tests of what reads traces.
public final class Sketch {
  private final List<Entry> entries = new ArrayList<>();
  private int steps;

  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  public Sketch task(int task, String name) {
    entries.add(new Entry.TaskAdded(task, TaskType.THREAD, name, task - 1, 0, false));
    return this;
  }

  public Sketch named(int task, String name) {
    entries.add(new Entry.TaskNamed(task, name));
    return this;
  }

  public Sketch stopped() {
    entries.add(new Entry.RecordingStopped(steps, steps, "steps"));
    return this;
  }

  /// The task does this; what changes for tasks follows.
  public Sketch done(int task, Action action, Change... changes) {
    return step(task, action, Outcome.DONE, changes);
  }

  /// The task tries this and waits for object 0.
  public Sketch blocked(int task, Action action) {
    return step(task, action, Outcome.BLOCKED, is(task, new TaskState.Blocked(0, -1)));
  }

  public Sketch step(int task, Action action, Outcome outcome, Change... changes) {
    entries.add(
        new Entry.Step(steps, steps, steps, task, 1, action, outcome, Arrays.asList(changes)));
    steps++;
    return this;
  }

  public static Change is(int task, TaskState state) {
    return new Change.OfTask(task, state);
  }

  public static Change runs(int task) {
    return is(task, new TaskState.Runnable());
  }

  public static Change ends(int task) {
    return is(task, new TaskState.Ended(""));
  }
}
