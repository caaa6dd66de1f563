package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;

/// An object whose rules the guest keeps itself (the locks and queues of `asyncio` are Python, and
/// only one thread uses them): it tells how the object looks, and nobody waits for it here.
public final class Mirror implements Primitive {
  private ObjectState state;

  public Mirror(ObjectState state) {
    this.state = state;
  }

  /// It looks like this now.
  public void tell(ObjectState now) {
    state = now;
  }

  @Override
  public ObjectState state() {
    return state;
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return true;
  }

  @Override
  public Effect apply(int task, Action action) {
    return Effect.DONE;
  }

  @Override
  public void park(int task, Action action) {
    throw WrongAction.disabled(this, task, action);
  }

  @Override
  public void leave(int task) {}
}
