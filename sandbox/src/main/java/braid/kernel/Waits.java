package braid.kernel;

import braid.kernel.cost.Costs;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.primitive.Condition;
import braid.primitive.Future;
import braid.primitive.Mutex;
import braid.trace.Action;
import braid.trace.Change;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import braid.trace.Reason;
import braid.trace.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// What tasks wait for, as kernel and reader see it. Confined to the carrier.
final class Waits {
  private final IntFunction<Task> tasks;
  private final List<KernelObject> objects;

  /// How often something has changed that somebody may wait busily for.
  private long changes;

  Waits(IntFunction<Task> tasks, List<KernelObject> objects) {
    this.tasks = tasks;
    this.objects = objects;
  }

  List<KernelObject> objects() {
    return objects;
  }

  /// Whether the pending action of a task could happen now.
  boolean isEnabled(Task task) {
    return switch (task.pending) {
      case Action.OnObject action ->
          task.primitive == null || task.primitive.isEnabled(task.id, action);
      case Action.Join(int child) -> tasks.apply(child).hasEnded();
      case Action.Start(int child) ->
          task.status != Task.Status.BLOCKED || tasks.apply(child).hasBegun;
      case Action.Sleep _, Action.Request _ -> task.status != Task.Status.BLOCKED;
      case Action.Begin _,
          Action.End _,
          Action.Kill _,
          Action.Yield _,
          Action.Print _,
          Action.Cancel _,
          Action.Next _,
          Action.Suspend _ ->
          true;
    };
  }

  /// Whether a task that waits could go on, by its action, because its time ran out or because it
  /// was interrupted.
  boolean canGoOn(Task task) {
    return task.isExpired || (task.isRoused && task.isCalled()) || isEnabled(task);
  }

  /// Something has changed, or time has passed.
  void changed() {
    changes++;
  }

  /// Whether somebody who looks again and again may look for what the action does.
  static boolean canBeAwaited(Action action) {
    return switch (action) {
      case Action.OnObject _,
          Action.Start _,
          Action.End _,
          Action.Kill _,
          Action.Cancel _,
          Action.Next _,
          Action.Suspend _ ->
          true;
      case Action.Begin _,
          Action.Join _,
          Action.Sleep _,
          Action.Request _,
          Action.Yield _,
          Action.Print _ ->
          false;
    };
  }

  /// The task begins to look for something again and again.
  void beginLooking(Task task) {
    task.lookedFrom = changes;
  }

  /// It has looked once, and changed nothing.
  void foundNothing(Task task) {
    task.idleAt = task.lookedFrom == changes ? changes : -1;
    task.lookedFrom = changes;
  }

  /// Whether none of these would find anything before time passes.
  boolean areIdle(List<Task> tasks) {
    for (Task task : tasks) {
      if (task.thread.idleAt != changes || !task.thread.ready.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /// How a waiting task looks.
  TaskState stateOf(Task task) {
    long until = task.deadline == Task.NEVER ? -1 : task.deadline;
    return switch (task.pending) {
      case Action.Sleep _ -> new TaskState.Sleeping(until);
      case Action.Request(String request, long _) -> new TaskState.Network(request, until);
      case Action.Join(int child) -> new TaskState.Joining(child, until);
      case Action.OnObject _,
          Action.Begin _,
          Action.End _,
          Action.Start _,
          Action.Kill _,
          Action.Yield _,
          Action.Print _,
          Action.Cancel _,
          Action.Next _,
          Action.Suspend _ ->
          new TaskState.Blocked(waitedFor(task), until);
    };
  }

  /// The object a task waits for: the lock of a condition, once it was notified.
  int waitedFor(Task task) {
    if (task.primitive instanceof Condition room && task.pending instanceof Action.Resume) {
      return room.waiting().contains(task.id) ? task.object : room.lock();
    }
    return task.object;
  }

  /// Nobody can go on.
  Reason deadlock(Iterable<Task> live, List<Task> all) {
    List<Reason.Waiting> waiting = report(live);
    all.stream().map(this::report).flatMap(Optional::stream).forEach(waiting::add);
    return Reason.Deadlock.of(waiting);
  }

  /// The tasks that were started and wait, for the report of a deadlock: those that had to end, and
  /// daemons as far as one of them waits for these.
  List<Reason.Waiting> report(Iterable<Task> live) {
    List<Reason.Waiting> waiting = new ArrayList<>();
    List<Reason.Waiting> daemons = new ArrayList<>();
    for (Task task : live) {
      if (task.status == Task.Status.BLOCKED) {
        boolean isDaemon = task.isDaemon || tasks.apply(task.process).isDaemon;
        (isDaemon ? daemons : waiting).add(waiting(task));
      }
    }
    if (waiting.isEmpty()) {
      return daemons;
    }
    for (int i = 0; i < waiting.size(); i++) {
      int holder = waiting.get(i).holder();
      daemons.stream()
          .filter(daemon -> daemon.task() == holder)
          .findFirst()
          .ifPresent(waiting::add);
      daemons.removeIf(daemon -> daemon.task() == holder);
    }
    return waiting;
  }

  private Reason.Waiting waiting(Task task) {
    Task shown = task.shown;
    if (task.pending instanceof Action.Join(int child)) {
      return new Reason.Waiting(shown.id, shown.line, -1, child, -1);
    }
    int object = waitedFor(task);
    if (object >= 0 && objects.get(object).primitive() instanceof Mutex mutex) {
      int holder = mutex.owner() < 0 ? -1 : holderOf(mutex, objects.get(object));
      return new Reason.Waiting(
          shown.id, shown.line, object, holder, objects.get(object).takenAtStep);
    }
    int holder =
        object >= 0 && objects.get(object).primitive() instanceof Future future
            ? future.worker()
            : -1;
    return new Reason.Waiting(shown.id, shown.line, object, holder, -1);
  }

  /// The coroutine that took a lock, where its thread has it still.
  private int holderOf(Mutex mutex, KernelObject object) {
    boolean isKnown = object.takenBy >= 0 && tasks.apply(object.takenBy).thread.id == mutex.owner();
    return isKnown ? object.takenBy : mutex.owner();
  }

  /// The same for a coroutine, or for the thread of an event loop; empty while it does not wait.
  Optional<Reason.Waiting> report(Task told) {
    return switch (told.state) {
      case TaskState.Joining(int other, long _) ->
          Optional.of(new Reason.Waiting(told.id, told.line, -1, other, -1));
      case TaskState.Blocked(int object, long _) -> Optional.of(waiting(told, object));
      case TaskState.Created _,
          TaskState.Runnable _,
          TaskState.Sleeping _,
          TaskState.Network _,
          TaskState.Suspended _,
          TaskState.Ended _ ->
          Optional.empty();
    };
  }

  private Reason.Waiting waiting(Task told, int id) {
    KernelObject object = objects.get(id);
    return object.primitive().state() instanceof ObjectState.Mutex mutex
        ? new Reason.Waiting(told.id, told.line, id, mutex.owner(), object.takenAtStep)
        : new Reason.Waiting(told.id, told.line, id, -1, -1);
  }

  /// Waiting for time alone. Confined to the task that has control.
  static final class Pauses {
    private final Rules rules;
    private final Turns turns;
    private final Steps steps;
    private final Scheduler scheduler;
    private final Observer observer;

    Pauses(Parts parts, Turns turns, Steps steps) {
      this.rules = parts.rules();
      this.turns = turns;
      this.steps = steps;
      this.scheduler = parts.scheduler();
      this.observer = parts.observer();
    }

    /// The task looks at the clock. Where time passes only when nobody can go on, it does so as
    /// well for who looks again and again and does nothing else: ever more, so that it has an end.
    void look(Task self) {
      long nanos = self.patience.atClock();
      if (nanos > 0 && !rules.isSimulated()) {
        observer.timed(self.id);
        pass(self, nanos);
      }
    }

    /// The same where it has only computed for one more slice, and somebody waits for time to pass.
    void compute(Task self) {
      self.patience.compute(rules.sliceStatements());
      if (self.patience.atStatement() > 0 && scheduler.earliestDeadline() != Task.NEVER) {
        tire(self, self.patience.atStatement());
      }
    }

    /// It has no patience left: others go first, and time passes.
    void tire(Task self, long nanos) {
      if (nanos > 0 && !rules.isSimulated()) {
        observer.tired(self.id);
        pass(self, nanos);
      }
    }

    private void pass(Task self, long nanos) {
      self.patience.hold(true);
      sleep(nanos);
      self.patience.hold(false);
    }

    /// Lets time pass; 0 only gives way to others that can run.
    void sleep(long nanos) {
      Task self = turns.announce(new Action.Sleep(nanos), -1, Costs.OPERATION);
      turns.chosen();
      if (nanos > 0) {
        long until = Turns.later(self.clock, nanos);
        pause(self, new TaskState.Sleeping(until), until);
        return;
      }
      steps.record(self, self.pending, Outcome.DONE);
      scheduler.giveWay(self);
      turns.chosen();
      scheduler.grant(self);
    }

    /// Asks the simulated network, which answers after so long.
    void request(String request, long nanos) {
      Task self = turns.announce(new Action.Request(request, nanos), -1, Costs.OPERATION);
      turns.chosen();
      long until = Turns.later(self.clock, nanos);
      pause(self, new TaskState.Network(request, until), until);
    }

    private void pause(Task self, TaskState state, long until) {
      self.deadline = until;
      while (!self.isExpired) {
        scheduler.block(self);
        steps.recordWith(self, List.of(new Change.OfTask(self.shown.id, state)));
        turns.chosen();
      }
      scheduler.grant(self);
    }
  }
}
