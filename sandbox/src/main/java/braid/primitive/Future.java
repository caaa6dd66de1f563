package braid.primitive;

import braid.trace.Action;
import braid.trace.FutureStatus;
import braid.trace.ObjectState;

/// A value that will be there later (Python documentation, `concurrent.futures.Future`).
///
/// `Complete` makes it done with a value; how else it can end is said with [#end]. Values: `Result`
/// 0 done, 1 failed, 2 cancelled; `Complete` 0. Rejected: ending what has ended.
public final class Future implements Primitive {
  private static final Effect.Rejected ENDED = new Effect.Rejected("the future has ended already");

  private final Waiters waiters = new Waiters();
  private FutureStatus status = FutureStatus.PENDING;
  private String value = "";

  public FutureStatus status() {
    return status;
  }

  /// Somebody works on it now; false where it is not pending.
  public boolean tryRun() {
    if (status != FutureStatus.PENDING) {
      return false;
    }
    status = FutureStatus.RUNNING;
    return true;
  }

  /// Ends it as `ending` (done, failed or cancelled), shown as `shown`; the effect of `Complete`.
  public Effect end(FutureStatus ending, String shown) {
    if (ending == FutureStatus.PENDING || ending == FutureStatus.RUNNING) {
      throw new IllegalArgumentException("a future cannot end " + ending);
    }
    if (hasEnded()) {
      return ENDED;
    }
    status = ending;
    value = shown;
    return Effect.of(0, waiters.all());
  }

  @Override
  public ObjectState.Future state() {
    return new ObjectState.Future(status, value, waiters.shown());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Complete _ -> true;
      case Action.Result _ -> hasEnded();
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    return switch (action) {
      case Action.Complete(int _, String shown) -> end(FutureStatus.DONE, shown);
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
