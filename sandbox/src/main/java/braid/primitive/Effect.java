package braid.primitive;

import java.util.List;

/// What came of an action. Immutable.
public sealed interface Effect {

  /// Happened, with no value to speak of, and woke nobody. Shared, so that the commonest effect of
  /// all costs nothing.
  Granted DONE = new Granted(0, List.of());

  /// Happened with the value 1 and woke nobody.
  Granted ONE = new Granted(1, List.of());

  /// It happened. `value` is what the action tells its task: each primitive says which. `woken` are
  /// the waiting tasks whose case this step changed, in the order they came: each can go on now, or
  /// now waits for something else (a notified task for the lock), or has lost its chance again to
  /// one of the others by the time it is chosen.
  record Granted(long value, List<Integer> woken) implements Effect {
    public Granted {
      woken = List.copyOf(woken);
    }
  }

  /// It was a mistake and changed nothing; `message` is what the guest's exception says.
  record Rejected(String message) implements Effect {}

  /// Happened with this value and woke nobody.
  static Granted of(long value) {
    if (value == 0) {
      return DONE;
    }
    return value == 1 ? ONE : new Granted(value, List.of());
  }

  /// Happened with this value and woke these.
  static Granted of(long value, List<Integer> woken) {
    return woken.isEmpty() ? of(value) : new Granted(value, woken);
  }
}
