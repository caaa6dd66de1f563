package braid.kernel;

import braid.kernel.carrier.Carrier;
import braid.kernel.cost.Patience;
import braid.kernel.memory.Key;
import braid.kernel.memory.Touch;
import braid.primitive.Channel;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Change;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import braid.trace.TaskState;
import braid.trace.TaskType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One flow of control, as the kernel sees it. Confined to the carrier.
final class Task {
  enum Status {
    /// Declared, not started.
    CREATED,
    /// Has announced an action that it has not been refused yet (or is executing guest code).
    ANNOUNCED,
    /// Tried, and waits until its pending action can go through or its deadline passes.
    BLOCKED,
    ENDED
  }

  /// What a task makes, each kind counted by itself: so others' doings change no key.
  enum Made {
    TASK,
    OWNER,
    OBJECT,
    FUTURE
  }

  static final long NEVER = Long.MAX_VALUE;

  final int id;
  final TaskType type;
  final int process;
  String name;
  boolean isDaemon;

  /// What its steps are recorded as: itself or, on a thread, the coroutine that runs there.
  Task shown = this;

  /// Who acts on it: itself or, where event loops are portable, what its loop lets go on.
  Task agent = this;

  /// While its loop may let any of them go next: those that are ready, in the order they came.
  List<Task> ready = List.of();

  /// Since when it is that.
  long shownSince;

  /// What has changed besides, and its next step will say.
  final News news = new News();

  Status status = Status.CREATED;
  Action pending = new Action.Begin();

  /// The same in every execution of the program.
  long key = Key.ROOT;

  private final long[] made = new long[Made.values().length];

  /// What it is about to touch, if that is its pending action.
  Optional<Touch> touch = Optional.empty();

  /// Whether it has touched memory, and such that others touch, since accesses were joined last.
  boolean hasTouched;

  boolean hasTouchedContended;

  /// The object of the pending action; null for actions on none.
  Primitive primitive;

  int object = -1;

  /// When a wait or sleep gives up; [#NEVER] for none.
  long deadline = NEVER;

  /// The task's own clock: how far it has come.
  long clock;

  /// Its time ran out: the pending action is over without having happened.
  boolean isExpired;

  /// It only tries: what cannot happen now fails instead of waiting.
  boolean isTry;

  /// It waits in a way that no trace shows (a starting thread's parent).
  boolean isHidden;

  /// It woke by its own deadline, which its next step has to say.
  boolean hasWoken;

  boolean hasBegun;

  /// Its stack is gone.
  boolean hasLeft;

  /// It was ended from outside, in the middle of something; its stack is still there.
  boolean isKilled;

  /// When it last began to run.
  long runningSince;

  /// When its pending action was first seen enabled after it blocked; -1 while it is not.
  long enabledAt = -1;

  /// A disturbed machine keeps it waiting for so long before it runs on.
  long delayNanos;

  /// How often that has happened.
  int delays;

  /// Position in the order of those who wait.
  long arrival;

  /// Statements it may still execute before it is asked again.
  int statementsLeft;

  int sliceStatements;
  int line;
  long steps;

  /// What it has done in vain.
  final Patience patience = new Patience();

  /// What [Waits] had counted when it last began to look for something busily, and when it had
  /// found nothing; -1 while it may find something.
  long lookedFrom;

  long idleAt = -1;

  /// What its last action gave back.
  long value;

  /// Why its last action was a mistake.
  String mistake = "";

  /// The exception nobody handled; empty for none.
  String error = "";

  /// Runs it; set when it is started.
  Runnable body;

  /// What it was interrupted for and has not done yet.
  List<Runnable> calls = List.of();

  /// It does so even where it waits.
  boolean isRoused;

  /// Coroutines were started on it.
  boolean hasCoroutines;

  /// How a coroutine stands; threads have a status instead.
  TaskState state = new TaskState.Created();

  /// The thread of a coroutine, otherwise itself.
  Task thread = this;

  /// The carrier's handle; null until it first runs.
  Carrier.Seat seat;

  Task(int id, TaskType type, String name, int process, boolean isDaemon) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.process = process < 0 ? id : process;
    this.isDaemon = isDaemon;
  }

  /// The key of the next thing of this kind that it makes.
  long nextKey(Made kind) {
    return Key.child(key, kind.ordinal(), made[kind.ordinal()]++);
  }

  /// Who knows what it is about to do: its thread, while it acts there.
  Task doing() {
    return thread.agent == this ? thread : this;
  }

  /// Whether it makes a call before it does what it has announced.
  boolean isCalled() {
    return !calls.isEmpty() && !isHidden && !(pending instanceof Action.End);
  }

  /// What it has announced, as the trace shows it: with the item a get is going to take.
  Action shownAction() {
    return pending instanceof Action.Get(int queue, String _)
            && primitive instanceof Channel channel
        ? new Action.Get(queue, channel.next())
        : pending;
  }

  /// What became of the action that has just been applied.
  Outcome outcome() {
    return pending instanceof Action.Resume && value == 0 ? Outcome.TIMEOUT : Outcome.DONE;
  }

  boolean isStarted() {
    return status != Status.CREATED;
  }

  boolean isAlive() {
    return isStarted() && !hasEnded();
  }

  boolean hasEnded() {
    return status == Status.ENDED;
  }

  /// It has done more than to look again.
  void act(Action action, Outcome outcome) {
    if (outcome == Outcome.DONE && !(action instanceof Action.Yield)) {
      patience.renew();
    }
  }

  /// It waits from now on.
  void block(long since) {
    status = Status.BLOCKED;
    enabledAt = -1;
    arrival = since;
    patience.renew();
  }

  @Override
  public String toString() {
    return "task " + id + " (" + name + ") " + status + " " + pending + " at " + clock;
  }

  /// What has changed on a thread since its last step: its next one says it. Of several changes of
  /// one thing the last one counts.
  static final class News {
    private final Map<Integer, TaskState> tasks = new LinkedHashMap<>();
    private final Set<Integer> told = new LinkedHashSet<>();

    void task(int id, TaskState state) {
      tasks.put(id, state);
    }

    void object(int id) {
      told.add(id);
    }

    boolean isAboutTasks() {
      return !tasks.isEmpty();
    }

    /// Tells all of it, except the object and the tasks that `changes` speak of already.
    void passTo(List<Change> changes, List<KernelObject> objects) {
      if (tasks.isEmpty() && told.isEmpty()) {
        return;
      }
      for (Change change : changes) {
        switch (change) {
          case Change.OfTask(int task, TaskState _) -> tasks.remove(task);
          case Change.OfObject(int object, ObjectState _) -> told.remove(object);
        }
      }
      tasks.forEach((task, state) -> changes.add(new Change.OfTask(task, state)));
      told.forEach(id -> changes.add(new Change.OfObject(id, objects.get(id).primitive().state())));
      tasks.clear();
      told.clear();
    }
  }
}
