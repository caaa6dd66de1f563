package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;

/// A lock, queue, barrier …, seen by the kernel: a deterministic state machine.
///
/// Nothing is handed over: a released lock is free, everybody who waits for it is enabled, and the
/// caller picks who takes it (barging is allowed). Waiters are kept in the order they came.
///
/// The life of an action: it may be parked with [#park] while it is not enabled; once it is enabled
/// [#apply] makes it happen; or it ends by [#expire] or [#leave].
public sealed interface Primitive
    permits Mutex, Condition, Semaphore, Flag, Barrier, Latch, Channel, Future, Cell, Mirror, Loop {

  /// How it looks now.
  ObjectState state();

  /// What of its state decides whether an action can happen without waiting.
  default ObjectState guard() {
    return state();
  }

  /// Could `action` by `task` happen now without waiting? A mistake can: [#apply] rejects it.
  /// Throws [WrongAction] where this primitive knows no such action.
  boolean isEnabled(int task, Action action);

  /// Makes an enabled action happen. If the task was parked it waits no longer. A rejected action
  /// has changed nothing. Throws [WrongAction] when the action is not enabled.
  Effect apply(int task, Action action);

  /// The task waits from now on to do `action`, behind those who wait already. Who waits already
  /// keeps its place.
  void park(int task, Action action);

  /// The task has given up (it was cancelled or killed): it waits here no longer.
  void leave(int task);

  /// The time of a waiting task has run out. True: its action is over, it waits here no longer.
  /// False: it still has to wait and then do what it was going to do, because that cannot be
  /// escaped (the lock of a condition), or because it was woken just before.
  ///
  /// Like [#leave], this may let others go on: ask [#isEnabled] again of all who wait here.
  default boolean expire(int task) {
    leave(task);
    return true;
  }
}
