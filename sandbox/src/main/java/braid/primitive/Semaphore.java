package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;

/// A number of permits (Python documentation, `threading.Semaphore` and `BoundedSemaphore`).
///
/// Values: always 0. Rejected, with CPython's messages: releasing fewer than one permit, and more
/// than a bounded semaphore started with.
public final class Semaphore implements Primitive {
  private static final Effect.Rejected TOO_FEW = new Effect.Rejected("n must be one or more");
  private static final Effect.Rejected TOO_MANY =
      new Effect.Rejected("Semaphore released too many times");

  private final long initial;
  private final boolean isBounded;
  private final Waiters waiters = new Waiters();
  private long value;

  private Semaphore(long initial, boolean isBounded) {
    if (initial < 0) {
      throw new IllegalArgumentException("a semaphore cannot start with " + initial + " permits");
    }
    this.initial = initial;
    this.isBounded = isBounded;
    this.value = initial;
  }

  /// One that may be released more often than it was acquired.
  public static Semaphore unbounded(long initial) {
    return new Semaphore(initial, false);
  }

  /// One that never has more permits than at the start.
  public static Semaphore bounded(long initial) {
    return new Semaphore(initial, true);
  }

  /// How many permits are free.
  public long value() {
    return value;
  }

  @Override
  public ObjectState.Semaphore state() {
    return new ObjectState.Semaphore(value, initial, isBounded, waiters.shown());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Acquire _ -> value > 0;
      case Action.Release _ -> true;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    return switch (action) {
      case Action.Acquire acquire -> acquire(task, acquire);
      case Action.Release(int _, int count) -> release(count);
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

  private Effect acquire(int task, Action acquire) {
    if (value == 0) {
      throw WrongAction.disabled(this, task, acquire);
    }
    waiters.remove(task);
    value--;
    return Effect.DONE;
  }

  private Effect release(int count) {
    if (count < 1) {
      return TOO_FEW;
    }
    if (isBounded && value + count > initial) {
      return TOO_MANY;
    }
    value += count;
    return Effect.of(0, waiters.all());
  }
}
