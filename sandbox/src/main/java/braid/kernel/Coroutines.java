package braid.kernel;

import braid.kernel.cost.Costs;
import braid.kernel.memory.Key;
import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.Things;
import braid.primitive.Loop;
import braid.primitive.Mirror;
import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.LimitType;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import braid.trace.Reason;
import braid.trace.TaskState;
import braid.trace.TaskType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tasks within threads: those of `asyncio`, and generators. They take turns by themselves, as
/// their event loop has it, and have no clock of their own; the scheduler knows only their thread.
/// The guest says which one its thread runs and what becomes of them; here it becomes steps.
///
/// Confined to the task that has control. Every call throws [RunEnded] once the run is over.
public final class Coroutines {
  private static final TaskState RUNNABLE = new TaskState.Runnable();

  private final Rules rules;
  private final List<Task> tasks;
  private final List<KernelObject> objects;
  private final Waits waits;
  private final Scheduler scheduler;
  private final Recorder recorder;
  private final Observer observer;
  private final Turns turns;
  private final Steps steps;
  private final Lives lives;
  private final Chance order;
  private int alive;

  /// By loop: what it has ready, where any may go next.
  private final Map<Integer, List<Task>> ready = new LinkedHashMap<>();

  private final Things things;

  Coroutines(Parts parts, Turns turns, Steps steps, Lives lives) {
    this.rules = parts.rules();
    this.tasks = parts.tasks();
    this.objects = parts.objects();
    this.waits = parts.waits();
    this.scheduler = parts.scheduler();
    this.recorder = parts.recorder();
    this.observer = parts.observer();
    this.turns = turns;
    this.steps = steps;
    this.lives = lives;
    this.order = new Chance(rules.seed(), 4);
    this.things = new Things(observer, () -> turns.present().agent.nextKey(Task.Made.FUTURE));
  }

  /// What they share whose rules the guest keeps.
  public Things things() {
    return things;
  }

  /// The task whose code runs: a coroutine of the present thread, or the thread itself.
  public int shown() {
    return turns.present().shown.id;
  }

  public String shownName() {
    return turns.present().shown.name;
  }

  /// Declares a coroutine of the present thread and starts it: it can run.
  public int start(TaskType type, String name) {
    return start(type, name, rules.isPortable() ? nextKey() : Key.ROOT);
  }

  /// A key for a coroutine to be started later.
  public long nextKey() {
    return turns.present().agent.nextKey(Task.Made.TASK);
  }

  /// As above, with a key.
  public int start(TaskType type, String name, long key) {
    Task self = self();
    if (alive + scheduler.live().size() >= rules.tasksMax()) {
      throw turns.endNow(new Reason.LimitReached(LimitType.TASKS, rules.tasksMax(), "tasks"));
    }
    Task made = new Task(tasks.size(), type, Lives.shorten(name), self.process, false);
    made.thread = self;
    self.hasCoroutines = true;
    made.line = self.shown.line;
    tasks.add(made);
    alive++;
    made.key = key;
    if (rules.isPortable() && type == TaskType.COROUTINE) {
      observer.began(made.id, key, self.id);
      observer.named(made.id, made.name);
    }
    recorder.declare(new Entry.TaskAdded(made.id, type, made.name, self.id, made.process, false));
    made.state = RUNNABLE;
    change(new Action.Start(made.id), Outcome.DONE, made);
    return made.id;
  }

  /// From now on the present thread runs the coroutine `id`, or its own code (-1).
  public void enter(int id) {
    Task self = self();
    self.shown = id < 0 ? self : tasks.get(id);
    self.shownSince = self.clock;
    if (id >= 0 && !self.shown.hasBegun) {
      self.shown.hasBegun = true;
      self.shown.pending = new Action.Yield();
      change(new Action.Begin(), Outcome.DONE, self.shown);
    }
  }

  /// A coroutine can go on; the next step says so.
  public void wake(int id) {
    Task woken = tasks.get(id);
    if (!(woken.state instanceof TaskState.Ended) && woken != turns.present().shown) {
      woken.state = RUNNABLE;
      if (recorder.isRecording()) {
        turns.present().news.task(id, RUNNABLE);
      }
    }
  }

  /// What runs has come to wait, so looking to the reader.
  public void block(Action action, TaskState state) {
    Task shown = self().shown;
    shown.state = state;
    change(action, Outcome.BLOCKED, shown);
  }

  /// The generator that runs hands out a value and stops.
  public void suspend(String value) {
    Task shown = self().shown;
    shown.state = new TaskState.Suspended();
    change(new Action.Suspend(Lives.shorten(value)), Outcome.DONE, shown);
  }

  /// The generator `id` goes on, as what runs now has asked.
  public void resume(int id) {
    self();
    Task asked = tasks.get(id);
    asked.state = RUNNABLE;
    change(new Action.Next(id), Outcome.DONE, asked);
  }

  /// The wait of what runs is over, or an action has happened without waiting. False when steps are
  /// recorded no more.
  public boolean note(Action action, Outcome outcome) {
    Task self = self();
    Task shown = self.shown;
    if (action instanceof Action.Acquire(int lock) && outcome == Outcome.DONE) {
      objects.get(lock).takenAtStep = recorder.steps();
    }
    boolean isOver = action instanceof Action.Join || action instanceof Action.Await;
    if (shown.state.equals(RUNNABLE) || (shown == self && !isOver)) {
      steps.note(self, action, outcome, List.of());
    } else {
      shown.state = RUNNABLE;
      change(action, outcome, shown);
    }
    return recorder.isRecording();
  }

  /// The coroutine that runs has ended; `error` is empty, or the exception it ended with.
  public void end(String error) {
    Task shown = self().shown;
    shown.error = Lives.shorten(error);
    shown.state = new TaskState.Ended(shown.error);
    alive--;
    change(new Action.End(shown.error), Outcome.DONE, shown);
  }

  /// The loop calls `callback`. With `isQuiet` it has done so, and is a step only if that let a
  /// task go on.
  public void call(int loop, String callback, boolean isQuiet) {
    Task self = self();
    if (!isQuiet || self.news.isAboutTasks()) {
      steps.note(self, new Action.Call(loop, callback), Outcome.DONE, List.of());
    }
  }

  /// An object whose rules the guest keeps looks like this; the next step says so.
  public void tell(int object, ObjectState state) {
    if (objects.get(object).primitive() instanceof Mirror mirror) {
      mirror.tell(state);
    }
    changed(object);
  }

  /// A loop will do something, after all that is ready before: let `lane` go on or, where that is
  /// -1, call what `label` says.
  public void ready(int loop, int lane, String label) {
    loop(loop).ready(lane < 0 ? label : tasks.get(lane).name);
    if (lane >= 0) {
      wake(lane);
    }
  }

  /// A loop, to be told of its timers and of what it does next; the next step says so.
  public Loop loop(int id) {
    changed(id);
    return (Loop) objects.get(id).primitive();
  }

  private void changed(int object) {
    if (recorder.isRecording()) {
      turns.present().news.object(object);
    }
  }

  /// The present thread's event loop has nothing to do for so long (-1: for ever), or until another
  /// thread notifies it.
  public void idle(int loop, long timeoutNanos) {
    Task self = turns.announce(new Action.Await(loop), timeoutNanos, Costs.OPERATION);
    waitHidden(self);
    scheduler.grant(self);
  }

  private void waitHidden(Task self) {
    if (!waits.isEnabled(self)) {
      self.isHidden = true;
      self.primitive.park(self.id, self.pending);
      scheduler.block(self);
    }
    turns.chosen();
    self.isHidden = false;
    self.hasWoken = false;
    if (waits.isEnabled(self)) {
      steps.tellOf(self);
      self.primitive.apply(self.id, self.pending);
    }
  }

  /// What the loop may let go next from now on: a coroutine, or its thread itself (-1).
  public void offer(int loop, int id) {
    Task offered = id < 0 ? turns.present() : tasks.get(id);
    ready.computeIfAbsent(loop, _ -> new ArrayList<>()).add(offered);
    observer.readied(offered.id);
  }

  /// The present thread's loop lets one of those go on that it may: its id, or that of the thread
  /// itself; -1 where there was none for so long (-1: for ever), or until another thread notified.
  public int turn(int loop, long timeoutNanos) {
    Task self = turns.announce(new Action.Await(loop), timeoutNanos, Costs.OPERATION);
    List<Task> mine = ready.computeIfAbsent(loop, _ -> new ArrayList<>());
    self.agent = self;
    self.ready = mine;
    if (mine.isEmpty()) {
      waitHidden(self);
    } else {
      turns.chosen();
    }
    self.ready = List.of();
    scheduler.grant(self);
    if (mine.isEmpty()) {
      return -1;
    }
    if (rules.isSimulated()) {
      self.agent = mine.get(rules.seed() == 0 ? 0 : order.below(mine.size()));
    }
    mine.remove(self.agent);
    return self.agent.id;
  }

  /// The present thread knows what those knew who touched what the loop has ready before, and tells
  /// those who will.
  public void handOver(int loop) {
    Action.OnObject action = new Action.Notify(loop, 1);
    observer.acting(turns.present().id, action, objects.get(loop).primitive().guard());
  }

  /// Nobody will ever ask why the coroutine `id` ended with this exception.
  public void noteUnasked(int id, String exception, String message, int line) {
    lives.noteUnasked(id, exception, message, line);
  }

  private void change(Action action, Outcome outcome, Task changed) {
    var about = new Change.OfTask(changed.id, changed.state);
    steps.note(turns.present(), action, outcome, List.of(about));
  }

  private Task self() {
    turns.checkGoesOn();
    Task self = turns.present();
    scheduler.charge(self, Costs.OPERATION);
    return self;
  }
}
