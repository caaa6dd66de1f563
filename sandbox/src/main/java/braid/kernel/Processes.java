package braid.kernel;

import braid.kernel.carrier.RunEnded;
import braid.kernel.memory.Touch;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Outcome;
import braid.trace.TaskType;
import java.util.Optional;
import java.util.function.IntConsumer;

/// What concerns whole processes: a process is a task of that type and every task made in it. Its
/// id is that of its first task; 0 is the program's own. Confined to the task that has control.
public final class Processes {
  private final Lives lives;
  private final Turns turns;

  Processes(Lives lives, Turns turns) {
    this.lives = lives;
    this.turns = turns;
  }

  /// The process of the task that has control.
  public int current() {
    return turns.present().process;
  }

  /// Declares a process, a child of the present task, that will be started later.
  public int create(String name, boolean isDaemon) {
    return lives.create(TaskType.PROCESS, name, isDaemon, -1);
  }

  /// Declares a thread of the process `id`, whoever asks.
  public int createThread(int id, String name, boolean isDaemon) {
    return lives.create(TaskType.THREAD, name, isDaemon, id);
  }

  /// Whether a task has ended, for who forgets it then: nobody notices.
  public boolean hasEnded(int task) {
    return !lives.task(task).isAlive();
  }

  /// Ends the process `id` with all its threads, wherever they are; `error` says by what.
  public void kill(int id, String error) {
    lives.kill(id, error);
  }

  /// Has the task `id` make a call as soon as it goes on, which it does even where it waits: then
  /// it waits again, or gives that up if the call fails. `reason` says why it was interrupted.
  public void interrupt(int id, String reason, Runnable call) {
    lives.task(id).isRoused = true;
    lives.call(id, reason, call);
  }

  /// As above, but where the task waits it makes the call when it has waited.
  public void callSoon(int id, String reason, Runnable call) {
    lives.call(id, reason, call);
  }

  /// Ends the process of the present task at once; comes back only to unwind.
  public RunEnded exit(String error) {
    return lives.exit(error);
  }

  /// The present task has asked another process for something, which took so long.
  public void call(long nanos) {
    turns.spend(nanos);
  }

  /// Has `listener` told, on the task that goes on, when this is one of another process.
  public void tell(IntConsumer listener) {
    turns.tellProcess(listener);
  }

  /// What tasks do that were interrupted. Confined to the task that has control.
  static final class Interruptions {
    private final Turns turns;
    private final Steps steps;
    private final Waits waits;
    private final Scheduler scheduler;

    Interruptions(Turns turns, Steps steps, Waits waits, Scheduler scheduler) {
      this.turns = turns;
      this.steps = steps;
      this.waits = waits;
      this.scheduler = scheduler;
    }

    /// The task makes its calls, in line for what it waits for, and is then about to do what it was
    /// about to. When one fails it gives that up. `before` is how it stood.
    void answer(Task self, Task.Status before) {
      try {
        makeCalls(self);
      } catch (RunEnded ended) {
        throw ended;
      } catch (RuntimeException failure) {
        if (before == Task.Status.BLOCKED) {
          giveUp(self);
        }
        scheduler.grant(self);
        throw failure;
      }
    }

    private static void makeCalls(Task self) {
      self.isRoused = false;
      Action pending = self.pending;
      Primitive primitive = self.primitive;
      Optional<Touch> touch = self.touch;
      int object = self.object;
      long deadline = self.deadline;
      boolean isTry = self.isTry;
      boolean isExpired = self.isExpired;
      try {
        while (!self.calls.isEmpty()) {
          self.calls.removeFirst().run();
        }
      } finally {
        self.pending = pending;
        self.primitive = primitive;
        self.touch = touch;
        self.object = object;
        self.deadline = deadline;
        self.isTry = isTry;
        self.isExpired = isExpired;
      }
    }

    /// The task waits no longer, except for the lock of its condition: it cannot go on without.
    private void giveUp(Task self) {
      if (self.primitive == null || self.primitive.expire(self.id)) {
        steps.record(self, self.pending, Outcome.CANCELLED);
        return;
      }
      while (!waits.isEnabled(self)) {
        steps.block(self);
        turns.chosen();
      }
      turns.apply(self);
    }
  }
}
