package braid.kernel.schedule;

import braid.kernel.memory.Access;
import braid.kernel.memory.Place;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Outcome;
import java.util.List;

/// Sees the events of one execution as they happen, recorded or not. Called by the task that has
/// control; must not call the kernel.
public interface Observer {

  /// Sees nothing, and finds every access worth a point.
  Observer NONE = new Observer() {};

  /// A task exists, not yet started. `key` is the same in every execution; `parent` is -1 for the
  /// first task of all; `process` is the id of its process.
  default void created(int task, long key, int parent, int process) {}

  /// An object exists; `key` is the same in every execution.
  default void added(int object, long key) {}

  /// Whether others may go first, now that the task is about to touch a place.
  default boolean isPoint(int task, Place place, Access access, int line) {
    return true;
  }

  /// The task touches a place, and nobody comes between.
  default void accessed(int task, Place place, Access access, int line) {}

  /// An action is going to happen to the object; `primitive` is as it was before.
  default void acting(int task, Action action, Primitive primitive) {}

  /// An action happened, failed or had to wait; `woken` are those whose case it has changed.
  default void acted(int task, Action action, Outcome outcome, List<Integer> woken) {}

  /// The task looks at the state of an object without changing it.
  default void looked(int task, int object) {}

  /// The task looks whether another has ended.
  default void lookedAtTask(int task, int other) {}

  /// An exception that nobody handles has ended the present task, or soon will.
  default void failed(int task) {}

  /// Every task waited, and the clock moved.
  default void timePassed() {}
}
