package braid.kernel;

import braid.kernel.carrier.Carrier;
import braid.kernel.carrier.RunEnded;
import braid.kernel.schedule.GivenUp;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.UnfitSchedule;
import braid.primitive.Effect;
import braid.trace.Action;
import braid.trace.LimitType;
import braid.trace.Outcome;
import braid.trace.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/// Announce, choose, apply, record: how the task that has control takes its step, and how control
/// passes on. Confined to the task that has control, except [#end] and [#ending].
final class Turns {
  /// A task that loses its seat after running for longer than this says so in the trace.
  private static final long NOTICEABLE_NANOS = 100_000;

  private final Rules rules;
  private final Carrier carrier;
  private final Recorder recorder;
  private final Steps steps;
  private final Waits waits;
  private final Scheduler scheduler;
  private final List<KernelObject> objects;
  private final List<Task> tasks;
  private final Processes.Interruptions interruptions;
  private final AtomicReference<Optional<Reason>> ending = new AtomicReference<>(Optional.empty());
  /// The task that has control.
  private Task present;

  /// Who goes next after a slice, where that is known and the present task has not let go yet.
  private Task elected;

  /// The process whose task had control last, and who wants to know of a change.
  private int process;
  private IntConsumer newcomer = _ -> {};

  Turns(Parts parts, Carrier carrier, Steps steps) {
    this.rules = parts.rules();
    this.carrier = carrier;
    this.recorder = parts.recorder();
    this.steps = steps;
    this.waits = parts.waits();
    this.scheduler = parts.scheduler();
    this.objects = parts.objects();
    this.tasks = parts.tasks();
    this.interruptions = new Processes.Interruptions(this, steps, waits, scheduler);
  }

  Task present() {
    return present;
  }

  Optional<Reason> ending() {
    return ending.get();
  }

  void end(Reason reason) {
    ending.compareAndSet(Optional.empty(), Optional.of(reason));
  }

  /// Has `listener` told, on the task that goes on, when this is one of another process.
  void tellProcess(IntConsumer listener) {
    newcomer = listener;
  }

  /// The present task goes on, after others perhaps.
  void goOn() {
    checkGoesOn();
    if (present.process != process) {
      process = present.process;
      newcomer.accept(process);
    }
  }

  RunEnded endNow(Reason reason) {
    end(reason);
    return new RunEnded();
  }

  void checkGoesOn() {
    if (ending.get().isPresent()) {
      throw new RunEnded();
    }
  }

  /// Gives control to the first task of all.
  void begin(Task first, Runnable body) {
    present = first;
    scheduler.enter(first, 0);
    first.seat = carrier.seat(body);
    first.seat.resume();
  }

  /// The present task is about to do `action`, at the latest within `timeoutNanos` (-1: whenever).
  Task announce(Action action, long timeoutNanos, long costNanos) {
    checkGoesOn();
    Task self = present;
    elected = null;
    scheduler.charge(self, costNanos);
    self.pending = action;
    self.primitive = null;
    self.object = -1;
    if (action instanceof Action.OnObject on) {
      self.object = on.object();
      self.primitive = objects.get(self.object).primitive();
    }
    self.isTry = timeoutNanos == 0;
    self.isExpired = false;
    self.patience.forgive();
    self.deadline = timeoutNanos <= 0 ? Task.NEVER : later(self.clock, timeoutNanos);
    self.status = Task.Status.ANNOUNCED;
    scheduler.disturb(self);
    return self;
  }

  static long later(long clock, long nanos) {
    long sum = clock + nanos;
    return sum < 0 ? Task.NEVER - 1 : sum;
  }

  /// Lets the announced action happen as soon as it can, or fail, or run out of time.
  Outcome await() {
    Task self = present;
    if (!rules.isSimulated() && !self.isTry && !waits.isEnabled(self)) {
      steps.block(self);
    }
    Outcome outcome;
    while (true) {
      chosen();
      if (self.isExpired) {
        outcome = steps.record(self, self.pending, Outcome.TIMEOUT);
        break;
      }
      if (waits.isEnabled(self)) {
        outcome = apply(self);
        break;
      }
      if (self.isTry) {
        scheduler.look(self);
        steps.tellOf(self);
        outcome = steps.record(self, self.pending, Outcome.FAILED);
        break;
      }
      steps.block(self);
    }
    scheduler.grant(self);
    return outcome;
  }

  /// Returns when the scheduler has chosen the present task; others may have run meanwhile.
  void chosen() {
    Task self = present;
    if (elected == null && scheduler.goesOn(self)) {
      return;
    }
    Task next = elected == null ? next() : elected;
    elected = null;
    if (next != self) {
      if (saysItYields(self)) {
        steps.record(self, new Action.Yield(), Outcome.DONE);
      }
      give(next);
      self.seat.await();
      goOn();
    }
    Task.Status before = self.status;
    self.status = Task.Status.ANNOUNCED;
    if (self.isCalled()) {
      interruptions.answer(self, before);
    }
  }

  private boolean saysItYields(Task self) {
    if (self.status != Task.Status.ANNOUNCED) {
      return false;
    }
    return rules.isSimulated()
        ? !scheduler.isSeated(self) && self.clock - self.runningSince > NOTICEABLE_NANOS
        : self.pending instanceof Action.Yield;
  }

  /// Passes control on for good: the present task has ended.
  void leave() {
    give(next());
  }

  /// Passes control on in the middle of something; gives it back only to unwind.
  RunEnded abandon() {
    Task self = present;
    give(next());
    self.seat.await();
    return new RunEnded();
  }

  private Task next() {
    try {
      return scheduler
          .choose(present)
          .orElseThrow(() -> endNow(waits.deadlock(scheduler.live(), tasks)));
    } catch (GivenUp e) {
      throw endNow(new Reason.LimitReached(LimitType.STEPS, e.steps(), "steps"));
    } catch (UnfitSchedule e) {
      throw endNow(new Reason.Refused(0, e.getMessage()));
    }
  }

  private void give(Task next) {
    present = next;
    if (next.seat == null) {
      next.seat = carrier.seat(next.body);
    }
    next.seat.resume();
  }

  /// A slice is over, and others go first who are due. No step of the trace.
  void slice() {
    recorder.passOnHeld();
    if (elected == null) {
      spend(0);
    } else {
      chosen();
      scheduler.grant(present);
    }
  }

  /// A slice is over: whether the present task has the next one too, as far as can be seen without
  /// letting go of control. If not, [#slice] has to follow.
  boolean keepsControl() {
    recorder.passOnHeld();
    Task self = present;
    if (!rules.isSimulated() || ending.get().isPresent() || self.isCalled()) {
      return false;
    }
    announce(new Action.Yield(), -1, 0);
    try {
      Task next = scheduler.goesOn(self) ? self : next();
      if (next != self) {
        elected = next;
        return false;
      }
    } catch (RunEnded _) {
      return false;
    }
    self.status = Task.Status.ANNOUNCED;
    scheduler.grant(self);
    return true;
  }

  /// Lets a cost be paid, and others go first who are due meanwhile. No step of the trace.
  void spend(long nanos) {
    Task self = announce(new Action.Yield(), -1, nanos);
    chosen();
    scheduler.grant(self);
  }

  /// The announced action, which is enabled, happens.
  Outcome apply(Task self) {
    if (self.primitive == null) {
      return steps.record(self, self.pending, Outcome.DONE);
    }
    Action shown = self.shownAction();
    steps.tellOf(self);
    Effect effect = self.primitive.apply(self.id, self.pending);
    return switch (effect) {
      case Effect.Rejected(String message) -> {
        self.mistake = message;
        yield steps.record(self, shown, Outcome.ERROR);
      }
      case Effect.Granted(long value, List<Integer> woken) -> {
        self.value = value;
        yield self.pending instanceof Action.Wait(int room)
            ? enterRoom(self, room)
            : steps.record(self, shown, self.outcome(), woken);
      }
    };
  }

  private Outcome enterRoom(Task self, int room) {
    Action entering = self.pending;
    self.pending = new Action.Resume(room);
    scheduler.block(self);
    steps.record(self, entering, Outcome.BLOCKED);
    chosen();
    while (!waits.canGoOn(self)) {
      steps.block(self);
      chosen();
    }
    return apply(self);
  }
}
