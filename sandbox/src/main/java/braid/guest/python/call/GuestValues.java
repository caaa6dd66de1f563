package braid.guest.python.call;

import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.UnsupportedMessageException;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/// Guest values as the Java values our methods take. Stateless.
final class GuestValues {
  private static final InteropLibrary VALUES = InteropLibrary.getUncached();

  private GuestValues() {}

  /// The function that makes a `type` of an object.
  static MethodHandle filter(Class<?> type) {
    String name = "as" + type.getSimpleName();
    try {
      return MethodHandles.lookup()
          .findStatic(GuestValues.class, name, MethodType.methodType(type, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no guest value can become a " + type, e);
    }
  }

  static int asint(Object value) throws UnsupportedMessageException {
    return value instanceof Integer number ? number : VALUES.asInt(value);
  }

  static long aslong(Object value) throws UnsupportedMessageException {
    return switch (value) {
      case Integer number -> number;
      case Long number -> number;
      default -> VALUES.asLong(value);
    };
  }

  static boolean asboolean(Object value) throws UnsupportedMessageException {
    return value instanceof Boolean truth ? truth : VALUES.asBoolean(value);
  }

  static String asString(Object value) throws UnsupportedMessageException {
    return value instanceof TruffleString text
        ? text.toJavaStringUncached()
        : VALUES.asString(value);
  }

  /// A call of a guest's function, which throws what that throws: to the guest it is its own again.
  static Runnable asRunnable(Object function) {
    return () -> {
      try {
        VALUES.execute(function);
      } catch (InteropException e) {
        throw new IllegalStateException("a guest's call cannot be made", e);
      }
    };
  }

  /// As the engine has it.
  static Object asObject(Object value) {
    return value;
  }

  static Value asValue(Object value) {
    return Context.getCurrent().asValue(value);
  }
}
