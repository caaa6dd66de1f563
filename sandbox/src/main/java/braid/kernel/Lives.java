package braid.kernel;

import braid.kernel.carrier.RunEnded;
import braid.kernel.cost.Costs;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.LimitType;
import braid.trace.Outcome;
import braid.trace.Reason;
import braid.trace.TaskState;
import braid.trace.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tasks from their declaration to their end. Confined to the task that has control.
final class Lives {
  /// Names and messages of a guest are cut to so many characters.
  private static final int SHOWN_CHARS_MAX = 300;

  private final Rules rules;
  private final Recorder recorder;
  private final Scheduler scheduler;
  private final Observer observer;
  private final List<Task> tasks;
  private final Turns turns;
  private final Steps steps;
  private Optional<Reason.Uncaught> uncaught = Optional.empty();
  private boolean isUnwinding;

  Lives(Parts parts, Turns turns, Steps steps) {
    this.rules = parts.rules();
    this.recorder = parts.recorder();
    this.scheduler = parts.scheduler();
    this.observer = parts.observer();
    this.tasks = parts.tasks();
    this.turns = turns;
    this.steps = steps;
  }

  static String shorten(String text) {
    return text.length() > SHOWN_CHARS_MAX ? text.substring(0, SHOWN_CHARS_MAX - 1) + "…" : text;
  }

  boolean isAlive(int id) {
    boolean isAlive = tasks.get(id).isAlive();
    observer.lookedAtTask(turns.present().id, id, !isAlive);
    return isAlive;
  }

  Task task(int id) {
    return tasks.get(id);
  }

  void begin(String name, Runnable body) {
    Task first = new Task(0, TaskType.PROCESS, name, -1, false);
    tasks.add(first);
    observer.created(0, first.key, -1, 0);
    observer.named(0, name);
    recorder.declare(new Entry.TaskAdded(0, TaskType.PROCESS, name, -1, 0, false));
    turns.begin(first, () -> live(first, body));
  }

  /// Declares a task of this process (-1: of its parent's, or a process of its own).
  int create(TaskType type, String name, boolean isDaemon, int of) {
    turns.checkGoesOn();
    Task parent = turns.present();
    int process = type == TaskType.PROCESS || of >= 0 ? of : parent.process;
    Task task = new Task(tasks.size(), type, shorten(name), process, isDaemon);
    task.key = parent.agent.nextKey(Task.Made.TASK);
    tasks.add(task);
    observer.created(task.id, task.key, parent.id, task.process);
    observer.named(task.id, task.name);
    recorder.declare(
        new Entry.TaskAdded(task.id, type, task.name, parent.id, task.process, isDaemon));
    return task.id;
  }

  void rename(int id, String name) {
    turns.checkGoesOn();
    String shown = shorten(name);
    if (!tasks.get(id).name.equals(shown)) {
      tasks.get(id).name = shown;
      observer.named(id, shown);
      recorder.declare(new Entry.TaskNamed(id, shown));
    }
  }

  void start(int id, Runnable body) {
    Task child = tasks.get(id);
    boolean isProcess = child.type == TaskType.PROCESS;
    long cost = isProcess ? Costs.PROCESS_LAUNCH : Costs.OPERATION;
    Task self = turns.announce(new Action.Start(id), -1, cost);
    turns.chosen();
    if (scheduler.live().size() >= rules.tasksMax()) {
      throw turns.endNow(new Reason.LimitReached(LimitType.TASKS, rules.tasksMax(), "tasks"));
    }
    child.body = () -> live(child, body);
    child.clock = self.clock;
    long delay = isProcess ? Costs.PROCESS_START : Costs.THREAD_START;
    scheduler.enter(child, rules.isSimulated() ? delay : 0);
    steps.recordWith(self, List.of(new Change.OfTask(id, new TaskState.Runnable())));
    if (rules.isSimulated() && !isProcess) {
      self.isHidden = true;
      scheduler.block(self);
      turns.chosen();
      self.isHidden = false;
    }
    scheduler.grant(self);
  }

  private void live(Task self, Runnable body) {
    try {
      if (completes(self, body)) {
        finish(self);
      }
    } catch (RunEnded _) {
      // With this task the run is over, and nothing of it is on its seat's stack any more.
    } finally {
      self.hasLeft = true;
    }
  }

  private boolean completes(Task self, Runnable body) {
    try {
      turns.checkGoesOn();
      self.status = Task.Status.ANNOUNCED;
      self.hasBegun = true;
      if (self.id == 0) {
        steps.recordWith(self, List.of(new Change.OfTask(0, new TaskState.Runnable())));
      } else {
        steps.record(self, self.pending, Outcome.DONE);
      }
      turns.goOn();
      scheduler.grant(self);
      body.run();
      return true;
    } catch (RunEnded _) {
      // Unwound: whoever ended the run has said why.
      self.seat.retire();
      return false;
    }
  }

  private void finish(Task self) {
    self.shown = self;
    turns.announce(new Action.End(self.error), -1, Costs.OPERATION);
    turns.chosen();
    if (self.type == TaskType.PROCESS) {
      endProcess(self, "");
      turns.leave();
      return;
    }
    scheduler.exit(self);
    List<Change> changes = new ArrayList<>();
    addEnded(self, changes);
    steps.recordWith(self, changes);
    turns.leave();
  }

  /// Ends the process of the present task at once; comes back only to unwind.
  RunEnded exit(String error) {
    Task self = turns.announce(new Action.End(error), -1, Costs.OPERATION);
    turns.chosen();
    endProcess(tasks.get(self.process), error);
    self.isKilled = true;
    return turns.abandon();
  }

  /// The present task ends another process at once: it was killed with `error`.
  void kill(int id, String error) {
    Task self = turns.announce(new Action.Kill(id), -1, Costs.OPERATION);
    turns.chosen();
    observer.killed(id);
    steps.recordWith(self, endAll(tasks.get(id), error));
    scheduler.grant(self);
  }

  /// The present task has another make a call.
  void call(int id, String reason, Runnable call) {
    Task self = turns.announce(new Action.Cancel(id, reason), -1, Costs.OPERATION);
    turns.chosen();
    Task task = tasks.get(id);
    if (task.isAlive()) {
      task.calls = task.calls.isEmpty() ? new ArrayList<>() : task.calls;
      task.calls.add(call);
    }
    scheduler.somethingChanged();
    steps.record(self, self.pending, Outcome.DONE);
    scheduler.grant(self);
  }

  private void endProcess(Task main, String error) {
    Task self = turns.present();
    if (main.id == 0) {
      main.error = main.error.isEmpty() ? error : main.error;
    }
    steps.recordWith(self, endAll(main, error));
    if (main.id == 0) {
      throw turns.endNow(new Reason.Completed());
    }
  }

  /// Ends the tasks of a process, or all there are with the first. Those in the middle of something
  /// stay there: nothing of theirs is run any more.
  private List<Change> endAll(Task main, String error) {
    List<Change> changes = new ArrayList<>();
    for (Task task : List.copyOf(scheduler.live())) {
      if (task.process == main.id || main.id == 0) {
        if (task.primitive != null && task.status == Task.Status.BLOCKED) {
          task.primitive.leave(task.id);
        }
        task.isKilled = task != turns.present();
        if (task.isKilled) {
          observer.killed(task.id);
        }
        scheduler.exit(task);
        task.error = task == main && task.error.isEmpty() ? error : task.error;
        addEnded(task, changes);
      }
    }
    return changes;
  }

  /// The task has ended, and its coroutines with it.
  private void addEnded(Task ended, List<Change> changes) {
    changes.add(new Change.OfTask(ended.id, new TaskState.Ended(ended.error)));
    if (!ended.hasCoroutines) {
      return;
    }
    for (Task task : tasks) {
      if (task.thread == ended && task != ended && !(task.state instanceof TaskState.Ended)) {
        task.state = new TaskState.Ended("");
        changes.add(new Change.OfTask(task.id, task.state));
      }
    }
  }

  /// Lets every task that still waits unwind; false when there is none, or it has been done.
  boolean tryUnwind() {
    if (isUnwinding || turns.ending().isEmpty()) {
      return false;
    }
    isUnwinding = true;
    boolean isNeeded = false;
    for (Task task : tasks) {
      if (task.seat != null && !task.hasLeft) {
        task.seat.resume();
        isNeeded = true;
      }
    }
    return isNeeded;
  }

  /// Whether nothing of any task is on a stack any more. One may have parked outside the kernel, on
  /// a lock within the guest, and only comes back once that is free.
  boolean haveAllLeft() {
    for (Task task : tasks) {
      if (task.seat != null && !task.hasLeft) {
        return false;
      }
    }
    return true;
  }

  void noteUncaught(String exception, String message, int line) {
    turns.checkGoesOn();
    Task self = turns.present();
    observer.failed(self.id);
    self.error = shorten(message.isEmpty() ? exception : exception + ": " + message);
    if (uncaught.isEmpty()) {
      uncaught =
          Optional.of(new Reason.Uncaught(self.id, line, shorten(exception), shorten(message)));
    }
  }

  /// Notes that nobody will ever ask why the coroutine `id` failed.
  void noteUnasked(int id, String exception, String message, int line) {
    if (uncaught.isEmpty()) {
      uncaught = Optional.of(new Reason.Uncaught(id, line, shorten(exception), shorten(message)));
    }
  }

  Optional<Reason.Uncaught> firstUncaught() {
    return uncaught;
  }

  /// When the last task that has ended did so; 0 when none has.
  long latestEndNanos() {
    return tasks.stream().filter(Task::hasEnded).mapToLong(task -> task.clock).max().orElse(0);
  }

  List<Entry.Count> counts() {
    return tasks.stream().map(task -> new Entry.Count(task.id, task.steps)).toList();
  }
}
