package braid.kernel;

import braid.kernel.carrier.Carrier;
import braid.kernel.cost.Costs;
import braid.kernel.memory.Memory;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.ScheduleToken;
import braid.kernel.schedule.Strategy;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.ObjectType;
import braid.trace.Outcome;
import braid.trace.Reason;
import braid.trace.Stream;
import braid.trace.TaskType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One execution: its tasks, its objects, its time. Tasks call in to announce what they are about
/// to do; the call returns when it has happened, and meanwhile others may have run. Exactly one
/// task has control at any time, and passes it on only in here.
///
/// Everything is confined to the task that has control, except [#end] and [#ending]. Every call
/// that is a step throws [RunEnded] once the run is over.
public final class Kernel {
  private final Rules rules;
  private final Recorder recorder;
  private final List<KernelObject> objects;
  private final Scheduler scheduler;
  private final Steps steps;
  private final Turns turns;
  private final Waits.Pauses pauses;
  private final Lives lives;
  private final Processes processes;
  private final Coroutines coroutines;
  private final KernelObject.Declarations declarations;
  private final Accesses accesses;

  public Kernel(Rules rules, Strategy strategy, Carrier carrier, Consumer<Entry> sink) {
    this(rules, strategy, carrier, sink, Observer.NONE);
  }

  /// As above; `observer` sees what happens.
  public Kernel(
      Rules rules, Strategy strategy, Carrier carrier, Consumer<Entry> sink, Observer observer) {
    this.rules = rules;
    this.recorder = new Recorder(sink, rules.stepsRecorded());
    Parts parts = Parts.of(rules, strategy, recorder, observer);
    this.objects = parts.objects();
    this.scheduler = parts.scheduler();
    this.steps = new Steps(parts);
    this.turns = new Turns(parts, carrier, steps);
    this.pauses = new Waits.Pauses(parts, turns, steps);
    this.lives = new Lives(parts, turns, steps);
    this.processes = new Processes(lives, turns);
    this.coroutines = new Coroutines(parts, turns, steps, lives);
    this.declarations = new KernelObject.Declarations(parts, turns);
    this.accesses = new Accesses(parts, turns, steps, declarations, pauses);
  }

  /// Shared memory, access by access.
  public Memory memory() {
    return accesses;
  }

  /// The tasks within threads.
  public Coroutines coroutines() {
    return coroutines;
  }

  /// Makes the first task and gives it control. Returns at once: the carrier runs it.
  public void begin(String name, Runnable body) {
    lives.begin(name, body);
  }

  /// Ends the run for this reason, unless it has ended already. Thread-safe.
  public void end(Reason reason) {
    turns.end(reason);
  }

  /// Why the run ended; empty while it goes on. Thread-safe.
  public Optional<Reason> ending() {
    return turns.ending();
  }

  /// Once no task runs: whether the run has ended and nothing of it is left. Lets every task that
  /// still waits unwind.
  public boolean isOver() {
    return ending().isPresent() && !lives.tryUnwind() && lives.haveAllLeft();
  }

  /// The first exception nobody handled, if any.
  public Optional<Reason.Uncaught> firstUncaught() {
    return lives.firstUncaught();
  }

  /// Notes an exception that nobody in the present task handles.
  public void noteUncaught(String exception, String message, int line) {
    lives.noteUncaught(exception, message, line);
  }

  public long steps() {
    return steps.count();
  }

  /// The virtual time of the last step, in nanoseconds.
  public long endNanos() {
    return Math.max(recorder.lastTime(), lives.latestEndNanos());
  }

  /// The choices made so far.
  public ScheduleToken.Recorded choices() {
    return new ScheduleToken.Recorded(scheduler.choices());
  }

  /// How often each task stepped and each object was used.
  public Entry.Counters counters() {
    return new Entry.Counters(
        lives.counts(),
        objects.stream().map(object -> new Entry.Count(object.id, object.steps)).toList());
  }

  public boolean isRecording() {
    return recorder.isRecording();
  }

  /// Passes on what is still held back; called when no task runs any more.
  public void flush() {
    recorder.passOnHeld();
  }

  /// What concerns whole processes.
  public Processes processes() {
    return processes;
  }

  /// The task that has control.
  public int current() {
    return turns.present().id;
  }

  /// Declares a task, a child of the present one, that will be started later.
  public int create(TaskType type, String name, boolean isDaemon) {
    return lives.create(type, name, isDaemon, -1);
  }

  public void rename(int id, String name) {
    lives.rename(id, name);
  }

  public void setDaemon(int id, boolean isDaemon) {
    lives.task(id).isDaemon = isDaemon;
  }

  public boolean isAlive(int id) {
    return lives.isAlive(id);
  }

  /// Starts a declared task, which will run `body`. On the simulated machine it returns, as
  /// CPython's `Thread.start` does, once the task has begun.
  public void start(int id, Runnable body) {
    lives.start(id, body);
  }

  /// Waits until another task has ended; false when `timeoutNanos` (-1: none) ran out first.
  public boolean join(int id, long timeoutNanos) {
    turns.announce(new Action.Join(id), timeoutNanos, Costs.OPERATION);
    return turns.await() == Outcome.DONE;
  }

  /// Waits for so long; 0 only gives way to others that can run.
  public void sleep(long nanos) {
    pauses.sleep(nanos);
  }

  /// Asks the simulated network, which answers after so long.
  public void request(String request, long nanos) {
    pauses.request(Lives.shorten(request), nanos);
  }

  /// Writes text.
  public void print(Stream stream, String text) {
    Task self = turns.announce(new Action.Print(stream, text), -1, Costs.PRINT);
    turns.chosen();
    steps.write(self, stream, text);
    scheduler.grant(self);
  }

  /// Writes text where nobody can come between, as a report that is no step of the program's own.
  public void printAside(Stream stream, String text) {
    turns.checkGoesOn();
    steps.write(turns.present(), stream, text);
  }

  /// The present task executes a statement at `line`. True: it has used up its slice, somebody else
  /// goes first, and it should call [#slice] as soon as it can.
  public boolean statement(int line) {
    Task self = turns.present();
    self.shown.line = line;
    return --self.statementsLeft < 0 && !turns.keepsControl();
  }

  /// The present task is back at `line`, from a call it made there.
  public void backAt(int line) {
    turns.present().shown.line = line;
  }

  public Rules rules() {
    return rules;
  }

  public int line() {
    return turns.present().shown.line;
  }

  /// The end of a slice of statements: another task may go now.
  public void slice() {
    turns.slice();
    pauses.compute(turns.present());
  }

  /// The virtual time of the present task, in nanoseconds since the run began; `isAgain` may wait.
  public long now(boolean isAgain) {
    Task self = turns.present();
    if (isAgain) {
      hurryOn();
      pauses.look(self);
    }
    scheduler.charge(self, 0);
    return self.clock;
  }

  /// The present task looks at the state of something, which is no step. Others may go first when
  /// it does nothing else for long.
  public void look() {
    accesses.look();
    hurryOn();
  }

  private void hurryOn() {
    if (scheduler.look(turns.present())) {
      slice();
    }
  }

  /// Adds an object; `owner` is the object it is a part of, or -1.
  public int add(ObjectType type, String name, int line, int owner, Primitive primitive) {
    return declarations.add(type, name, line, owner, primitive);
  }

  /// Objects so far; the next one's id.
  public int objectsAdded() {
    return objects.size();
  }

  public Primitive primitive(int object) {
    return declarations.looked(object);
  }

  /// Takes a lock or permit; `timeoutNanos` 0 only tries, -1 waits for ever.
  public Outcome acquire(int object, long timeoutNanos) {
    return act(objects.get(object).acquire, timeoutNanos);
  }

  /// Gives a lock or `count` permits back.
  public Outcome release(int object, int count) {
    return act(count == 1 ? objects.get(object).release : new Action.Release(object, count), -1);
  }

  /// Does `action` as soon as it can happen; `timeoutNanos` 0 only tries, -1 waits for ever. A
  /// `Wait` returns when the task has resumed, and its time counts from entering the room.
  public Outcome act(Action.OnObject action, long timeoutNanos) {
    turns.announce(action, timeoutNanos, Costs.OPERATION);
    return turns.await();
  }

  /// Records an action that has happened already, where nobody could come between. False when steps
  /// are recorded no more.
  public boolean note(Action.OnObject action) {
    return accesses.note(action);
  }

  /// What the last action of the present task gave back.
  public long value() {
    return turns.present().value;
  }

  /// Why the last action of the present task was a mistake.
  public String mistake() {
    return turns.present().mistake;
  }

  /// Corrects size and labels of a queue whose items the guest orders itself, in the last step too.
  public void describe(int queue, int size, List<String> labels) {
    declarations.describe(queue, size, labels);
  }
}
