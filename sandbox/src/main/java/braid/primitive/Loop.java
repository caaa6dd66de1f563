package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.List;

/// An event loop (Python documentation, `asyncio`): its thread waits here while it has nothing to
/// do, until another thread hands something over or a timer is due. What is ready and what is
/// scheduled the guest tells.
///
/// Values: always 0. Nothing is rejected. A wake-up that comes before the wait is not lost.
public final class Loop implements Primitive {
  private ObjectState.Loop state = new ObjectState.Loop(0, List.of(), 0, List.of());
  private boolean isWoken;

  /// It looks like this now.
  public void tell(ObjectState.Loop now) {
    state = now;
  }

  @Override
  public ObjectState.Loop state() {
    return state;
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Await _ -> isWoken;
      case Action.Notify _, Action.Call _ -> true;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    if (!isEnabled(task, action)) {
      throw WrongAction.disabled(this, task, action);
    }
    switch (action) {
      case Action.Await _ -> isWoken = false;
      case Action.Notify _ -> isWoken = true;
      case Action.Call _ -> {}
      case Action other -> throw WrongAction.unknown(this, other);
    }
    return Effect.DONE;
  }

  @Override
  public void park(int task, Action action) {}

  @Override
  public void leave(int task) {}
}
