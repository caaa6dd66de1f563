package braid.primitive;

import braid.trace.Action;

/// The kernel asked a primitive for something it does not do, or not now: a mistake of ours, never
/// the guest's.
public final class WrongAction extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private WrongAction(String message) {
    super(message);
  }

  /// This primitive has no such action.
  static WrongAction unknown(Primitive primitive, Action action) {
    return new WrongAction(action + " is no action of " + primitive.state());
  }

  /// The action would have to wait.
  static WrongAction disabled(Primitive primitive, int task, Action action) {
    return new WrongAction("task " + task + " cannot do " + action + " now: " + primitive.state());
  }

  /// The task does not wait there.
  static WrongAction absent(Primitive primitive, int task) {
    return new WrongAction("task " + task + " does not wait in " + primitive.state());
  }
}
