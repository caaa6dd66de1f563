package braid.kernel;

import braid.kernel.cost.Costs;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.primitive.Cell;
import braid.primitive.Condition;
import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.Outcome;
import braid.trace.Stream;
import braid.trace.TaskState;
import java.util.ArrayList;
import java.util.List;

/// What a step changes besides its object: counts, who can go on now and who no longer can, and the
/// entry that says all this. Confined to the task that has control.
final class Steps {
  private final Rules rules;
  private final Recorder recorder;
  private final Waits waits;
  private final Scheduler scheduler;
  private final Observer observer;
  private final List<KernelObject> objects;
  private long count;

  Steps(Parts parts) {
    this.rules = parts.rules();
    this.recorder = parts.recorder();
    this.waits = parts.waits();
    this.scheduler = parts.scheduler();
    this.observer = parts.observer();
    this.objects = parts.objects();
  }

  /// `acting` is the task that has control: `self`, or the one whose step has just stopped `self`.
  private record Event(Task acting, Task self, Action action, Outcome outcome) {}

  /// Steps so far, recorded or not.
  long count() {
    return count;
  }

  /// The pending action of a task is going to happen to its object, or to fail.
  void tellOf(Task self) {
    if (observer == Observer.NONE || !(self.pending instanceof Action.OnObject action)) {
      return;
    }
    if (self.primitive instanceof Cell cell && cell.lockFor(self.id) >= 0) {
      int lock = cell.lockFor(self.id);
      observer.passed(self.id, new Action.Acquire(lock), objects.get(lock).primitive().state());
    }
    if (self.isTry) {
      observer.trying(self.id, action, self.primitive.guard());
    } else {
      observer.acting(self.id, action, self.primitive.guard());
    }
  }

  /// The task waits from now on for what it has announced.
  void block(Task self) {
    block(self, self);
  }

  private void block(Task acting, Task self) {
    if (self.primitive != null) {
      self.primitive.park(self.id, self.pending);
    }
    scheduler.block(self);
    record(new Event(acting, self, self.pending, Outcome.BLOCKED), List.of());
  }

  /// The task writes text, which is told even where its step is not.
  void write(Task self, Stream stream, String text) {
    if (!isRecorded(self, new Action.Print(stream, text), Outcome.DONE)) {
      recorder.output(new Entry.Output(self.shown.id, stream, text));
    }
  }

  Outcome record(Task self, Action action, Outcome outcome) {
    return record(self, action, outcome, List.of());
  }

  /// As above; whether it became a step of the trace.
  boolean isRecorded(Task self, Action action, Outcome outcome) {
    boolean isRecording = recorder.isRecording();
    record(self, action, outcome);
    return isRecording;
  }

  /// As above; `woken` are those whose case the action has changed.
  Outcome record(Task self, Action action, Outcome outcome, List<Integer> woken) {
    return record(new Event(self, self, action, outcome), woken);
  }

  /// The pending action of a task has happened and has changed this about tasks.
  Outcome recordWith(Task self, List<Change> aboutTasks) {
    return record(new Event(self, self, self.pending, Outcome.DONE), List.of(), aboutTasks);
  }

  /// An action has happened, without waiting or being chosen, and has changed this about tasks.
  Outcome note(Task self, Action action, Outcome outcome, List<Change> aboutTasks) {
    if (rules.isSimulated()) {
      self.act(action, outcome);
    }
    return keep(new Event(self, self, action, outcome), List.of(), aboutTasks);
  }

  private Outcome record(Event event, List<Integer> woken) {
    return record(
        event,
        woken,
        event.outcome() == Outcome.BLOCKED
            ? List.of(new Change.OfTask(event.self().shown.id, waits.stateOf(event.self())))
            : List.of());
  }

  private Outcome record(Event event, List<Integer> woken, List<Change> aboutTasks) {
    Task self = event.self();
    if (rules.isSimulated() || !isTold(event.action())) {
      self.act(event.action(), event.outcome());
    }
    if (!(event.action() instanceof Action.OnObject on && objects.get(on.object()).isPlace)) {
      int task = event.outcome() == Outcome.BLOCKED ? self.agent.id : self.id;
      observer.acted(task, event.action(), event.outcome(), woken);
      if (event.outcome() == Outcome.DONE && Waits.canBeAwaited(event.action())) {
        waits.changed();
      }
    }
    return keep(event, woken, aboutTasks);
  }

  /// Whether guests tell of it only while steps are recorded: where the order is all that counts,
  /// that must make no difference.
  private static boolean isTold(Action action) {
    return action instanceof Action.Read || action instanceof Action.Write;
  }

  private Outcome keep(Event event, List<Integer> woken, List<Change> aboutTasks) {
    event.self().shown.steps++;
    count++;
    boolean isRecording = recorder.isRecording();
    if (!isRecording && !rules.isSimulated()) {
      return recordNothing(event);
    }
    boolean isDescribed = false;
    List<Change> changes = new ArrayList<>(4);
    addWaking(event.self(), aboutTasks, changes);
    changes.addAll(aboutTasks);
    if (event.action() instanceof Action.OnObject on) {
      KernelObject object = objects.get(on.object());
      object.steps++;
      isDescribed = object.isDescribed;
      if (isRecording) {
        noteTaken(object, event);
        addStates(object, changes);
        woken.forEach(task -> addMoved(task, changes));
      }
    }
    refresh(event, changes);
    List<Task> overtaken = rules.isSimulated() ? List.of() : overtaken(event);
    if (isRecording) {
      addLooping(event.self());
      event.self().news.passTo(changes, objects);
      pass(event, changes, isDescribed);
    }
    overtaken.forEach(task -> block(event.acting(), task));
    return event.outcome();
  }

  /// Nothing is written: only what decides how the execution goes on is kept up.
  private Outcome recordNothing(Event event) {
    event.self().hasWoken = false;
    if (event.action() instanceof Action.OnObject on) {
      objects.get(on.object()).steps++;
      overtaken(event).forEach(task -> block(event.acting(), task));
    }
    return event.outcome();
  }

  /// Those that have announced something which the event has just made impossible.
  private List<Task> overtaken(Event event) {
    List<Task> overtaken = List.of();
    for (Task task : scheduler.live()) {
      // The acting task may be in the middle of a step: what it announced has just happened.
      if (task != event.self()
          && task != event.acting()
          && task.primitive != null
          && task.status == Task.Status.ANNOUNCED
          && !task.isTry
          && !waits.isEnabled(task)) {
        overtaken = overtaken.isEmpty() ? new ArrayList<>() : overtaken;
        overtaken.add(task);
      }
    }
    return overtaken;
  }

  /// Who woke by its own deadline says so in its next step, unless that says more.
  private static void addWaking(Task self, List<Change> aboutTasks, List<Change> changes) {
    if (!self.hasWoken) {
      return;
    }
    self.hasWoken = false;
    for (Change change : aboutTasks) {
      if (change instanceof Change.OfTask(int task, TaskState _) && task == self.shown.id) {
        return;
      }
    }
    changes.add(new Change.OfTask(self.shown.id, new TaskState.Runnable()));
  }

  /// A thread stays in its event loop, whatever steps it takes there.
  private static void addLooping(Task self) {
    boolean isLooping =
        self.state instanceof TaskState.Joining || self.state instanceof TaskState.Blocked;
    if (isLooping && self.shown == self) {
      self.news.task(self.id, self.state);
    }
  }

  private void pass(Event event, List<Change> changes, boolean isDescribed) {
    if (isDescribed) {
      recorder.stepToBeDescribed(event.self(), event.action(), event.outcome(), changes);
    } else {
      recorder.step(event.self(), event.action(), event.outcome(), changes);
    }
  }

  private void noteTaken(KernelObject object, Event event) {
    if (event.outcome() == Outcome.BLOCKED) {
      return;
    }
    if (event.action() instanceof Action.Acquire) {
      object.takenAtStep = recorder.steps();
      object.takenBy = event.self().shown.id;
    } else if (event.action() instanceof Action.Resume
        && object.primitive() instanceof Condition room) {
      objects.get(room.lock()).takenAtStep = recorder.steps();
    }
  }

  private static void addStates(KernelObject object, List<Change> changes) {
    changes.add(new Change.OfObject(object.id, object.primitive().state()));
    if (object.primitive() instanceof Condition room) {
      changes.add(new Change.OfObject(room.lock(), room.mutex().state()));
    }
  }

  /// A woken task that cannot go on yet waits for something else now.
  private void addMoved(int id, List<Change> changes) {
    for (Task task : scheduler.live()) {
      if (task.id == id && task.status == Task.Status.BLOCKED && !waits.canGoOn(task)) {
        changes.add(new Change.OfTask(task.shown.id, waits.stateOf(task)));
      }
    }
  }

  /// When a waiting task that `waker` lets go on can run. Who was overtaken for too long runs
  /// before the waker does anything else.
  private long wakingOf(Task task, Task waker) {
    if (!rules.isSimulated()) {
      return waker.clock;
    }
    if (!task.patience.isOver(waker.clock)) {
      return waker.clock + Costs.WAKE;
    }
    scheduler.giveWay(waker);
    return waker.clock;
  }

  /// After a step: who can go on now that could not, and the other way round.
  private void refresh(Event event, List<Change> changes) {
    for (Task task : scheduler.live()) {
      if (task != event.self() && task != event.acting() && task.status == Task.Status.BLOCKED) {
        refreshBlocked(event.self(), task, changes);
      }
    }
  }

  private void refreshBlocked(Task self, Task task, List<Change> changes) {
    boolean canGoOn = waits.canGoOn(task);
    if (canGoOn == (task.enabledAt >= 0)) {
      return;
    }
    scheduler.somethingChanged();
    task.enabledAt = canGoOn ? wakingOf(task, self) : -1;
    if (!canGoOn) {
      task.patience.overtake(task.clock);
    }
    if (!task.isHidden) {
      changes.add(
          new Change.OfTask(
              task.shown.id, canGoOn ? new TaskState.Runnable() : waits.stateOf(task)));
    }
  }
}
