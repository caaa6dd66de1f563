package braid.explore.event;

import braid.detect.Dependence;
import braid.detect.Spins;
import braid.kernel.memory.Key;
import braid.kernel.memory.Place;
import braid.trace.Action;
import braid.trace.ObjectState;
import braid.trace.Stream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// What an event does to one thing. Immutable.
///
/// @param target the number of the object, or of the place
/// @param whole for a part, the number of the whole it belongs to; -1 otherwise
/// @param isChange whether the thing may be different afterwards
/// @param waiting the action, where it may have to wait until the thing admits it
/// @param before how the thing looked before, where that decides about others
record Operation(
    int target,
    int whole,
    boolean isChange,
    Optional<Action> waiting,
    Optional<ObjectState> before) {

  private static final int STREAM_KEY = 11;
  private static final int TASK_KEY = 12;
  private static final int CALL_KEY = 14;

  /// How a lock looks that nobody holds, and one that somebody does.
  static final ObjectState FREE = new ObjectState.Mutex(-1, 0, List.of());
  static final ObjectState HELD = new ObjectState.Mutex(0, 1, List.of());

  static Operation of(int target, boolean isChange) {
    return new Operation(target, -1, isChange, Optional.empty(), Optional.empty());
  }

  /// Takes or gives back a lock.
  static Operation ofLock(int lock, Optional<Action> waiting, Optional<ObjectState> before) {
    return new Operation(lock, -1, true, waiting, before);
  }

  /// Takes the lock again that who waits in the room of `condition` gave back.
  static Operation toResume(int lock, int condition) {
    return ofLock(lock, Optional.of(new Action.Resume(condition)), Optional.empty());
  }

  /// Waits until a lock is free, and leaves it so.
  static Operation ofPassing(int lock, Action toTake, ObjectState before) {
    return new Operation(lock, -1, false, Optional.of(toTake), Optional.of(before));
  }

  /// What `action` does to its object, which looked like this before, and to the lock of that:
  /// who enters the room of a condition gives it back, and who resumes takes it again.
  static List<Operation> of(
      IntUnaryOperator things,
      Action.OnObject action,
      Optional<Action> waiting,
      ObjectState before) {
    boolean isResume = action instanceof Action.Resume;
    List<Operation> all = new ArrayList<>(2);
    if (before instanceof ObjectState.Condition room
        && (isResume || action instanceof Action.Wait)) {
      Optional<Action> toResume = isResume ? waiting : Optional.empty();
      ObjectState was = isResume ? FREE : HELD;
      all.add(ofLock(things.applyAsInt(room.lock()), toResume, Optional.of(was)));
      if (isResume) {
        return all;
      }
    }
    int thing = things.applyAsInt(action.object());
    boolean isChange = Dependence.useOf(action).isChange();
    all.add(new Operation(thing, -1, isChange, waiting, Optional.of(before(action, before))));
    return all;
  }

  /// How the thing looked before `action`, as far as it decides what others could have done: a
  /// barrier that somebody goes through lets nobody arrive until all have gone.
  static ObjectState before(Action action, ObjectState state) {
    return action instanceof Action.Pass && state instanceof ObjectState.Barrier barrier
        ? new ObjectState.Barrier(
            barrier.parties(), Collections.nCopies(barrier.parties(), 0), barrier.isBroken())
        : state;
  }

  /// What a task waits to do with `thing`.
  static Operation awaited(int thing, Action.OnObject action) {
    boolean isChange = Dependence.useOf(action).isChange();
    return new Operation(thing, -1, isChange, Optional.of(action), Optional.empty());
  }

  /// Looks at a thing, and leaves it as it is.
  static Operation look(int target, ObjectState state) {
    return new Operation(target, -1, false, Optional.empty(), Optional.of(state));
  }

  /// Has the task with this key make a call, or makes what there is of them as the task goes on.
  static Operation ofCall(Known known, long task, boolean isChange) {
    return of(known.thing(Key.child(task, CALL_KEY, 0)), isChange);
  }

  /// Ends the task with this key, or looks whether it has ended.
  static Operation ofTask(Known known, long task, boolean isChange) {
    return of(known.thing(Key.child(task, TASK_KEY, 0)), isChange);
  }

  /// Adds text to what a program writes.
  static Operation ofStream(Known known, Stream stream) {
    return of(known.thing(Key.child(stream.ordinal(), STREAM_KEY, 0)), true);
  }

  /// Touches a variable.
  static Operation of(Known known, Place place, boolean isChange) {
    int whole = place.isWhole() ? -1 : known.thing(place.owner().key());
    return new Operation(
        known.thing(place.key()), whole, isChange, Optional.empty(), Optional.empty());
  }

  /// As it looks to who waits busily for the variable.
  Spins.Touched shown(String name, int line) {
    return new Spins.Touched(target, whole, isChange, name, line);
  }

  boolean isInConflict(Operation other) {
    return (isChange || other.isChange)
        && (target == other.target || target == other.whole || whole == other.target && whole >= 0);
  }

  /// Whether this could have happened before `earlier` did: nothing has to wait for that one.
  boolean couldPrecede(Operation earlier) {
    return waiting.isEmpty()
        || earlier.before.isEmpty()
        || Dependence.isAdmitted(waiting.get(), earlier.before.get());
  }
}
