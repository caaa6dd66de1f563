package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Action;
import java.util.List;

/// Lets a test tell, line by line, what tasks do with one primitive.
record Stage(Primitive primitive) {

  /// The task does it, and this is what it is told.
  Stage does(int task, Action action, long value, Integer... woken) {
    assertTrue(primitive.isEnabled(task, action), () -> action + " of " + task + ": " + this);
    assertEquals(new Effect.Granted(value, List.of(woken)), primitive.apply(task, action));
    return this;
  }

  /// The task does it; nothing to tell.
  Stage does(int task, Action action) {
    return does(task, action, 0);
  }

  /// The task cannot do it now and waits.
  Stage waits(int task, Action action) {
    assertFalse(primitive.isEnabled(task, action), () -> action + " of " + task + ": " + this);
    primitive.park(task, action);
    return this;
  }

  /// The task makes a mistake.
  Stage errs(int task, Action action, String message) {
    assertTrue(primitive.isEnabled(task, action), () -> action + " of " + task + ": " + this);
    var rejected = assertInstanceOf(Effect.Rejected.class, primitive.apply(task, action));
    assertEquals(message, rejected.message());
    return this;
  }

  /// Its time runs out, and that is the end of its action.
  Stage expires(int task) {
    assertTrue(primitive.expire(task));
    return this;
  }

  /// Its time runs out, but it has to go on waiting.
  Stage expiresInVain(int task) {
    assertFalse(primitive.expire(task));
    return this;
  }
}
