package braid.guest.python;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;

/// Messages of exceptions in CPython 3.12's words, where GraalPy has those of an older version. As
/// they are constants of GraalPy, they are exchanged before its first context is opened, and only
/// where they are what this class expects; elsewhere the engine keeps its own. Stateless.
final class Wording {
  private static final String MESSAGES = "com.oracle.graal.python.nodes.ErrorMessages";

  /// The engine's name of a message, what it says, and what CPython says.
  private static final Map<String, Words> WORDS =
      Map.of(
          "LOCAL_VAR_REFERENCED_BEFORE_ASSIGMENT",
          new Words(
              "local variable '%s' referenced before assignment",
              "cannot access local variable '%s' where it is not associated with a value"),
          "STRING_INDEX_OUT_OF_RANGE",
          new Words("IndexError: string index out of range", "string index out of range"),
          "ARG_MUST_BE_STRING_OR_BYTELIKE_OR_NUMBER",
          new Words(
              "%s argument must be a string, a bytes-like object or a number, not %p",
              "%s argument must be a string, a bytes-like object or a real number, not '%p'"),
          "ARG_MUST_BE_STRING_OR_NUMBER",
          new Words(
              "%s argument must be a string or a number, not '%p'",
              "%s argument must be a string or a real number, not '%p'"));

  private record Words(String engines, String cpythons) {}

  private Wording() {}

  /// Exchanges the messages, once for all contexts.
  static void exchange() {
    try {
      Class<?> messages = Class.forName(MESSAGES);
      Class<?> memory = Class.forName("sun.misc.Unsafe");
      Field instance = memory.getDeclaredField("theUnsafe");
      instance.setAccessible(true);
      Object unsafe = instance.get(null);
      Method base = memory.getMethod("staticFieldBase", Field.class);
      Method offset = memory.getMethod("staticFieldOffset", Field.class);
      Method read = memory.getMethod("getObject", Object.class, long.class);
      Method write = memory.getMethod("putObject", Object.class, long.class, Object.class);
      for (Map.Entry<String, Words> entry : WORDS.entrySet()) {
        Field field = messages.getDeclaredField(entry.getKey());
        Object holder = base.invoke(unsafe, field);
        Object place = offset.invoke(unsafe, field);
        Words words = entry.getValue();
        if (words.engines().equals(read.invoke(unsafe, holder, place).toString())) {
          TruffleString said =
              TruffleString.fromConstant(words.cpythons(), TruffleString.Encoding.UTF_32);
          write.invoke(unsafe, holder, place, said);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the messages of this GraalPy cannot be exchanged", e);
    }
  }
}
