package braid.kernel.schedule;

import braid.kernel.memory.Access;
import braid.kernel.memory.Place;
import braid.trace.Action;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import braid.trace.Stream;
import java.util.List;

/// Sees the events of one execution as they happen, recorded or not. Called by the task that has
/// control; must not call the kernel.
public interface Observer {

  /// Sees nothing, and finds every access worth a point.
  Observer NONE = new Observer() {};

  /// A task exists, not yet started. `key` is the same in every execution; `parent` is -1 for the
  /// first task of all; `process` is the id of its process.
  default void created(int task, long key, int parent, int process) {}

  /// An event loop has something of its own to let go on in any order: it acts on `thread`, and
  /// is a candidate when it is ready.
  default void began(int agent, long key, int thread) {}

  /// What goes on lets the agent (or the thread of a loop) go on.
  default void readied(int agent) {}

  /// The one that goes on touches something whose rules the guest keeps; `key` is the same in every
  /// execution.
  default void touched(long key, boolean isWrite) {}

  /// The one that goes on completes the thing so numbered.
  default void sealed(int number) {}

  /// The one that goes on knows what those knew who completed it.
  default void unsealed(int number) {}

  /// The one that goes on adds text to a stream that does not show it yet.
  default void held(Stream stream, String text) {}

  /// A task is called `name`, from now on.
  default void named(int task, String name) {}

  /// An object exists; `key` is the same in every execution.
  default void added(int object, long key) {}

  /// Whether others may go first, now that the task is about to touch a place.
  default boolean isPoint(int task, Place place, Access access, int line) {
    return true;
  }

  /// The task touches a place, and nobody comes between.
  default void accessed(int task, Place place, Access access, int line) {}

  /// An action is going to happen to its object, which looks like this before.
  default void acting(int task, Action.OnObject action, ObjectState before) {}

  /// An action that does not wait is going to happen, or to fail.
  default void trying(int task, Action.OnObject action, ObjectState before) {}

  /// The task has waited until the lock, which looks like this, was free, and leaves it so.
  default void passed(int task, Action.Acquire lock, ObjectState before) {}

  /// An action happened, failed or had to wait; `woken` are those whose case it has changed.
  default void acted(int task, Action action, Outcome outcome, List<Integer> woken) {}

  /// Whether the value of the access at hand is wanted, though no step is recorded.
  default boolean wantsValues() {
    return false;
  }

  /// The value, as shown.
  default void valued(String label) {}

  /// The task looks at the state of an object without changing it.
  default void looked(int task, int object, ObjectState state) {}

  /// The task looks whether another has ended.
  default void lookedAtTask(int task, int other, boolean hasEnded) {}

  /// The task begins a loop that only looks at shared memory.
  default void watching(int task) {}

  /// A round of that loop has found nothing new.
  default void foundNothing(int task) {}

  /// The task has looked so often, and done nothing else that counts, that others go first from now
  /// on and time passes.
  default void tired(int task) {}

  /// The task takes one more turn of a loop that has an end.
  default void turned(int task) {}

  /// The task has looked in vain once more for what comes with time alone.
  default void timed(int task) {}

  /// Accesses are no points of their own in this execution: those up to the next point belong to
  /// the step before.
  default void accessesJoined() {}

  /// An exception that nobody handles has ended the present task, or soon will.
  default void failed(int task) {}

  /// What the present task does now ends `task`, wherever that is, unless it has ended. May be told
  /// twice.
  default void killed(int task) {}

  /// The clock moved so far that the task need not wait any longer.
  default void expired(int task) {}

  /// Every task waited, and the clock moved.
  default void timePassed() {}
}
