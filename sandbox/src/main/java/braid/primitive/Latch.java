package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;

/// A gate that opens for ever when a count reaches zero (`java.util.concurrent.CountDownLatch`).
///
/// Values: always 0. Nothing is rejected: counting down an open latch changes nothing.
public final class Latch implements Primitive {
  private final Waiters waiters = new Waiters();
  private long count;

  public Latch(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("a latch cannot count down from " + count);
    }
    this.count = count;
  }

  @Override
  public ObjectState.Latch state() {
    return new ObjectState.Latch(count, waiters.shown());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Await _ -> count == 0;
      case Action.CountDown _ -> true;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    return switch (action) {
      case Action.Await await -> await(task, await);
      case Action.CountDown _ -> countDown();
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public void park(int task, Action action) {
    waiters.add(task);
  }

  @Override
  public void leave(int task) {
    waiters.remove(task);
  }

  private Effect await(int task, Action await) {
    if (count > 0) {
      throw WrongAction.disabled(this, task, await);
    }
    waiters.remove(task);
    return Effect.DONE;
  }

  private Effect countDown() {
    if (count == 0) {
      return Effect.DONE;
    }
    count--;
    return count == 0 ? Effect.of(0, waiters.all()) : Effect.DONE;
  }
}
