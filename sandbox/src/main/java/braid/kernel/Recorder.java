package braid.kernel;

import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Numbers steps and passes entries on, until there are too many: then it says so once and lets
/// only output through. Confined to the carrier.
final class Recorder {
  private final Consumer<Entry> sink;
  private final int stepsMax;
  private int steps;
  private long lastTime;
  private boolean isRecording;

  /// The step not yet passed on, because its object may still be described better.
  private Optional<Entry.Step> held = Optional.empty();

  Recorder(Consumer<Entry> sink, int stepsMax) {
    this.sink = sink;
    this.stepsMax = stepsMax;
    this.isRecording = stepsMax > 0;
  }

  boolean isRecording() {
    return isRecording;
  }

  int steps() {
    return steps;
  }

  long lastTime() {
    return lastTime;
  }

  void declare(Entry entry) {
    if (isRecording) {
      passOnHeld();
      sink.accept(entry);
    }
  }

  /// Records one step; times never decrease.
  void step(Task task, Action action, Outcome outcome, List<Change> changes) {
    if (!isRecording) {
      return;
    }
    passOnHeld();
    task.clock = Math.max(task.clock, lastTime);
    lastTime = task.clock;
    sink.accept(entry(task, action, outcome, changes));
    stopWhenFull(task);
  }

  /// As [#step], but [#redescribe] may still replace the state of its object.
  void stepToBeDescribed(Task task, Action action, Outcome outcome, List<Change> changes) {
    if (!isRecording) {
      return;
    }
    passOnHeld();
    task.clock = Math.max(task.clock, lastTime);
    lastTime = task.clock;
    held = Optional.of(entry(task, action, outcome, changes));
  }

  private Entry.Step entry(Task task, Action action, Outcome outcome, List<Change> changes) {
    long since = Math.min(Math.max(task.runningSince, task.shownSince), task.clock);
    Task shown = task.shown;
    return new Entry.Step(
        steps++, task.clock, since, shown.id, shown.line, action, outcome, changes);
  }

  /// Replaces the state of an object in the step still held, if it is that step's object.
  void redescribe(Change.OfObject better) {
    held =
        held.map(
            step ->
                new Entry.Step(
                    step.index(),
                    step.time(),
                    step.since(),
                    step.task(),
                    step.line(),
                    step.action(),
                    step.outcome(),
                    step.changes().stream().map(change -> replace(change, better)).toList()));
    passOnHeld();
  }

  void output(Entry.Output output) {
    sink.accept(output);
  }

  void passOnHeld() {
    held.ifPresent(sink);
    held = Optional.empty();
  }

  private static Change replace(Change change, Change.OfObject better) {
    return change instanceof Change.OfObject(int object, var state) && object == better.object()
        ? better
        : change;
  }

  private void stopWhenFull(Task task) {
    if (steps >= stepsMax) {
      isRecording = false;
      sink.accept(
          new Entry.RecordingStopped(
              steps,
              task.clock,
              "The first %,d steps are recorded; the program went on without recording."
                  .formatted(steps)));
    }
  }
}
