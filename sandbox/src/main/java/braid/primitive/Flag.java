package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;

/// An event (Python documentation, `threading.Event`).
///
/// Whoever waits when it is set goes on, even if it is cleared again before they do, as in CPython
/// (Lib/threading.py, `Event.wait` returns what its condition told it).
///
/// Values: `Await` 1, the others 0. Nothing is rejected.
public final class Flag implements Primitive {
  private final Waiters waiters = new Waiters();

  /// Who was waiting when it was set, and has not gone on yet.
  private final Waiters released = new Waiters();

  private boolean isSet;

  public boolean isSet() {
    return isSet;
  }

  @Override
  public ObjectState.Flag state() {
    return new ObjectState.Flag(isSet, waiters.shown());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Await _ -> isSet || released.contains(task);
      case Action.Raise _, Action.Lower _ -> true;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    return switch (action) {
      case Action.Await await -> await(task, await);
      case Action.Raise _ -> raise();
      case Action.Lower _ -> {
        isSet = false;
        yield Effect.DONE;
      }
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public void park(int task, Action action) {
    if (!released.contains(task)) {
      waiters.add(task);
    }
  }

  @Override
  public void leave(int task) {
    waiters.remove(task);
    released.remove(task);
  }

  /// False for a task that was released before its time ran out: it goes on.
  @Override
  public boolean expire(int task) {
    waiters.remove(task);
    return !released.contains(task);
  }

  private Effect await(int task, Action await) {
    if (!isEnabled(task, await)) {
      throw WrongAction.disabled(this, task, await);
    }
    leave(task);
    return Effect.ONE;
  }

  private Effect raise() {
    isSet = true;
    for (int waiter : waiters.all()) {
      released.add(waiter);
    }
    return Effect.of(0, waiters.removeAll());
  }
}
