package braid.kernel;

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
  private final List<Task> tasks;
  private final Turns turns;
  private final Steps steps;
  private Optional<Reason.Uncaught> uncaught = Optional.empty();
  private boolean isUnwinding;

  Lives(Parts parts, Turns turns, Steps steps) {
    this.rules = parts.rules();
    this.recorder = parts.recorder();
    this.scheduler = parts.scheduler();
    this.tasks = parts.tasks();
    this.turns = turns;
    this.steps = steps;
  }

  static String shorten(String text) {
    return text.length() > SHOWN_CHARS_MAX ? text.substring(0, SHOWN_CHARS_MAX - 1) + "…" : text;
  }

  Task task(int id) {
    return tasks.get(id);
  }

  void begin(String name, Runnable body) {
    Task first = new Task(0, TaskType.PROCESS, name, -1, false);
    tasks.add(first);
    recorder.declare(new Entry.TaskAdded(0, TaskType.PROCESS, name, -1, 0, false));
    turns.begin(first, () -> live(first, body));
  }

  int create(TaskType type, String name, boolean isDaemon) {
    turns.checkGoesOn();
    Task parent = turns.present();
    int process = type == TaskType.PROCESS ? -1 : parent.process;
    Task task = new Task(tasks.size(), type, shorten(name), process, isDaemon);
    tasks.add(task);
    recorder.declare(
        new Entry.TaskAdded(task.id, type, task.name, parent.id, task.process, isDaemon));
    return task.id;
  }

  void rename(int id, String name) {
    turns.checkGoesOn();
    String shown = shorten(name);
    if (!tasks.get(id).name.equals(shown)) {
      tasks.get(id).name = shown;
      recorder.declare(new Entry.TaskNamed(id, shown));
    }
  }

  void start(int id, Runnable body) {
    Task self = turns.announce(new Action.Start(id), -1, Costs.OPERATION);
    turns.chosen();
    if (scheduler.live().size() >= rules.tasksMax()) {
      throw turns.endNow(new Reason.LimitReached(LimitType.TASKS, rules.tasksMax(), "tasks"));
    }
    Task child = tasks.get(id);
    child.body = () -> live(child, body);
    child.clock = self.clock;
    scheduler.enter(child, rules.isSimulated() ? Costs.THREAD_START : 0);
    steps.recordWith(self, List.of(new Change.OfTask(id, new TaskState.Runnable())));
    if (rules.isSimulated()) {
      self.isHidden = true;
      scheduler.block(self);
      turns.chosen();
      self.isHidden = false;
    }
    scheduler.grant(self);
  }

  private void live(Task self, Runnable body) {
    try {
      turns.checkGoesOn();
      self.status = Task.Status.ANNOUNCED;
      self.hasBegun = true;
      if (self.id == 0) {
        steps.recordWith(self, List.of(new Change.OfTask(0, new TaskState.Runnable())));
      } else {
        steps.record(self, self.pending, Outcome.DONE);
      }
      scheduler.grant(self);
      body.run();
      finish(self);
    } catch (RunEnded _) {
      // Unwound: whoever ended the run has said why.
    }
  }

  private void finish(Task self) {
    turns.announce(new Action.End(self.error), -1, Costs.OPERATION);
    turns.chosen();
    scheduler.exit(self);
    List<Change> changes = new ArrayList<>();
    changes.add(new Change.OfTask(self.id, new TaskState.Ended(self.error)));
    if (self.id == 0) {
      for (Task left : scheduler.live()) {
        changes.add(new Change.OfTask(left.id, new TaskState.Ended("")));
      }
    }
    steps.recordWith(self, changes);
    if (self.id == 0) {
      throw turns.endNow(new Reason.Completed());
    }
    turns.leave();
  }

  /// Lets every task that still waits unwind; false when there is none, or it has been done.
  boolean tryUnwind() {
    if (isUnwinding || turns.ending().isEmpty()) {
      return false;
    }
    isUnwinding = true;
    boolean isNeeded = false;
    for (Task task : tasks) {
      if (task.seat != null && !task.hasEnded()) {
        task.seat.resume();
        isNeeded = true;
      }
    }
    return isNeeded;
  }

  void noteUncaught(String exception, String message, int line) {
    turns.checkGoesOn();
    Task self = turns.present();
    self.error = shorten(message.isEmpty() ? exception : exception + ": " + message);
    if (uncaught.isEmpty()) {
      uncaught =
          Optional.of(new Reason.Uncaught(self.id, line, shorten(exception), shorten(message)));
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
