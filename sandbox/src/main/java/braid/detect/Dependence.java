package braid.detect;

import braid.trace.Action;
import braid.trace.FutureStatus;
import braid.trace.ObjectState;

/// The one table of what actions do to the objects they are on: which of them conflict, which pass
/// knowledge on, and when one that may have to wait could have happened. Read by the race detector
/// and by the explorer. Stateless.
///
/// Two actions on one object conflict unless both only observe it: they commute exactly then. What
/// happens-before means for memory follows the Python documentation: a release is seen by the next
/// acquire, a put by the get, a set by the wait. A queue, a semaphore and a barrier have a lock
/// inside, so that all who change one are ordered.
public final class Dependence {

  /// What an action does to its object.
  public enum Use {
    /// Takes it, and sees what those did who gave it back.
    TAKE(true, true, false),
    /// Gives it back, or sets it, for others to see.
    GIVE(true, false, true),
    /// Both: it has a lock inside.
    CHANGE(true, true, true),
    /// Sees it and leaves it as it is.
    OBSERVE(false, true, false);

    private final boolean isChange;
    private final boolean isJoin;
    private final boolean isPublication;

    Use(boolean isChange, boolean isJoin, boolean isPublication) {
      this.isChange = isChange;
      this.isJoin = isJoin;
      this.isPublication = isPublication;
    }

    /// Whether the object may be different afterwards.
    public boolean isChange() {
      return isChange;
    }

    /// Whether the task knows afterwards what was published there.
    public boolean isJoin() {
      return isJoin;
    }

    /// Whether those who come later know what the task knew.
    public boolean isPublication() {
      return isPublication;
    }
  }

  private Dependence() {}

  /// What `action` does to its object. `Wait` and `Resume` do the same to their condition's lock as
  /// `Release` and `Acquire`.
  public static Use useOf(Action.OnObject action) {
    return switch (action) {
      case Action.Acquire _, Action.Resume _ -> Use.TAKE;
      case Action.Release _, Action.Raise _ -> Use.GIVE;
      case Action.Await _,
          Action.Pass _,
          Action.Drain _,
          Action.Result _,
          Action.Work _,
          Action.Read _,
          Action.Call _ ->
          Use.OBSERVE;
      case Action.Wait _,
          Action.Notify _,
          Action.Lower _,
          Action.Arrive _,
          Action.Abort _,
          Action.Reset _,
          Action.CountDown _,
          Action.Put _,
          Action.Get _,
          Action.TaskDone _,
          Action.Complete _,
          Action.Write _ ->
          Use.CHANGE;
    };
  }

  /// Whether `action`, by a task that has nothing to do with the object so far, could have happened
  /// when the object looked like this.
  public static boolean isAdmitted(Action action, ObjectState state) {
    return switch (state) {
      case ObjectState.Mutex lock -> !(takes(action)) || lock.owner() < 0;
      case ObjectState.Semaphore semaphore -> !(takes(action)) || semaphore.value() > 0;
      case ObjectState.Flag flag -> !(action instanceof Action.Await) || flag.isSet();
      case ObjectState.Latch latch -> !(action instanceof Action.Await) || latch.count() == 0;
      case ObjectState.Barrier barrier ->
          barrier.isBroken()
              || (action instanceof Action.Pass) == (barrier.arrived().size() >= barrier.parties());
      case ObjectState.Channel queue -> isAdmitted(action, queue);
      case ObjectState.Future future ->
          !(action instanceof Action.Result)
              || !(future.status() == FutureStatus.PENDING
                  || future.status() == FutureStatus.RUNNING);
      case ObjectState.Condition _, ObjectState.Cell _, ObjectState.Loop _ -> true;
    };
  }

  private static boolean takes(Action action) {
    return action instanceof Action.Acquire || action instanceof Action.Resume;
  }

  private static boolean isAdmitted(Action action, ObjectState.Channel queue) {
    if (action instanceof Action.Put) {
      return queue.capacity() == 0 || queue.size() < queue.capacity();
    }
    if (action instanceof Action.Get || action instanceof Action.Await) {
      return queue.size() > 0;
    }
    return !(action instanceof Action.Drain) || queue.unfinished() == 0;
  }
}
