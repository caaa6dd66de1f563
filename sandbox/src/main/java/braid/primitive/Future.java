package braid.primitive;

import braid.trace.Action;
import braid.trace.FutureStatus;
import braid.trace.ObjectState;

/// A value that will be there later (Python documentation, `concurrent.futures.Future`).
///
/// `Work` makes it running, `Complete` ends it. Values: `Result` 0 done, 1 failed, 2 cancelled; the
/// others 0. Rejected: working on what is not pending, cancelling what runs, ending what has ended.
public final class Future implements Primitive {
  private static final Effect.Rejected ENDED = new Effect.Rejected("the future has ended already");
  private static final Effect.Rejected TAKEN = new Effect.Rejected("the future is not pending");

  private final Waiters waiters = new Waiters();
  private FutureStatus status = FutureStatus.PENDING;
  private String value = "";
  private int worker = -1;

  public FutureStatus status() {
    return status;
  }

  /// The task that works on it, -1 for none.
  public int worker() {
    return worker;
  }

  @Override
  public ObjectState.Future state() {
    return new ObjectState.Future(status, value, waiters.shown());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Work _, Action.Complete _ -> true;
      case Action.Result _ -> hasEnded();
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    return switch (action) {
      case Action.Work _ -> work(task);
      case Action.Complete(int _, FutureStatus ending, String shown) -> end(ending, shown);
      case Action.Result result -> result(task, result);
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

  private Effect work(int task) {
    if (status != FutureStatus.PENDING) {
      return TAKEN;
    }
    status = FutureStatus.RUNNING;
    worker = task;
    return Effect.DONE;
  }

  private Effect end(FutureStatus ending, String shown) {
    if (ending == FutureStatus.PENDING || ending == FutureStatus.RUNNING) {
      throw new IllegalArgumentException("a future cannot end " + ending);
    }
    if (hasEnded() || (ending == FutureStatus.CANCELLED && status == FutureStatus.RUNNING)) {
      return hasEnded() ? ENDED : TAKEN;
    }
    status = ending;
    value = shown;
    worker = -1;
    return Effect.of(0, waiters.all());
  }

  private boolean hasEnded() {
    return status != FutureStatus.PENDING && status != FutureStatus.RUNNING;
  }

  private Effect result(int task, Action result) {
    waiters.remove(task);
    return switch (status) {
      case DONE -> Effect.DONE;
      case FAILED -> Effect.ONE;
      case CANCELLED -> Effect.of(2);
      case PENDING, RUNNING -> throw WrongAction.disabled(this, task, result);
    };
  }
}
