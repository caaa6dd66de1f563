package braid.guest.python.message;

import com.oracle.truffle.api.strings.TruffleString;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;

/// Messages of exceptions in CPython 3.12's words, where GraalPy has those of an older version. As
/// they are constants of GraalPy, they are exchanged before its first context is opened, and only
/// where they are what this class expects; elsewhere the engine keeps its own. Stateless.
public final class Wording {
  private static final String MESSAGES = "com.oracle.graal.python.nodes.ErrorMessages";

  /// The engine's name of a message, what it says, and what CPython says.
  private static final Map<String, Words> WORDS =
      Map.ofEntries(
          Map.entry(
              "LOCAL_VAR_REFERENCED_BEFORE_ASSIGMENT",
              new Words(
                  "local variable '%s' referenced before assignment",
                  "cannot access local variable '%s' where it is not associated with a value")),
          Map.entry(
              "STRING_INDEX_OUT_OF_RANGE",
              new Words("IndexError: string index out of range", "string index out of range")),
          Map.entry(
              "ARG_MUST_BE_STRING_OR_BYTELIKE_OR_NUMBER",
              new Words(
                  "%s argument must be a string, a bytes-like object or a number, not %p",
                  "%s argument must be a string, a bytes-like object or a real number, not '%p'")),
          Map.entry(
              "ARG_MUST_BE_STRING_OR_NUMBER",
              new Words(
                  "%s argument must be a string or a number, not '%p'",
                  "%s argument must be a string or a real number, not '%p'")),
          Map.entry(
              "ASYNC_FOR_NO_AITER",
              new Words(
                  "'async for' requires object with __aiter__ method, got %N",
                  "'async for' requires an object with __aiter__ method, got %N")),
          Map.entry(
              "HAS_NO_ATTR",
              new Words("%p has no attribute '%s'", "'%p' object has no attribute '%s'")),
          Map.entry(
              "OBJ_DOES_NOT_SUPPORT_ITEM_ASSIGMENT",
              new Words(
                  "'%s' object does not support item assignment",
                  "'%p' object does not support item assignment")),
          Map.entry(
              "OBJ_DOES_NOT_SUPPORT_ITEM_DELETION",
              new Words(
                  "'%s' object does not support item deletion",
                  "'%p' object doesn't support item deletion")),
          Map.entry(
              "NOT_IN_LIST_MESSAGE",
              new Words("list.index(x): x not in list", "list.remove(x): x not in list")),
          Map.entry(
              "POP_FROM_EMPTY_SET", new Words("pop from an emtpy set", "pop from an empty set")),
          Map.entry(
              "RANGE_OUT_OF_BOUNDS",
              new Words("range index out of range", "range object index out of range")),
          Map.entry(
              "REDUCE_EMPTY_SEQ",
              new Words(
                  "reduce() of empty sequence with no initial value",
                  "reduce() of empty iterable with no initial value")),
          Map.entry(
              "ITER_V_MUST_BE_CALLABLE",
              new Words(
                  "iter(v, w): v must be callable",
                  "iter(object, sentinel): object must be callable")),
          Map.entry(
              "MAP_MUST_HAVE_AT_LEAST_TWO_ARGUMENTS",
              new Words(
                  "map() must have at least two arguments",
                  "map() must have at least two arguments.")),
          Map.entry(
              "REQUIRES_STR_OBJECT_BUT_RECEIVED_P",
              new Words(
                  "'%s' requires a 'str' object but received a '%p'",
                  "descriptor '%s' for 'str' objects doesn't apply to a '%p' object")),
          Map.entry("INVALID_MODE_S", new Words("invalid mode: %s", "invalid mode: '%s'")),
          Map.entry(
              "RETURNED_NONITER",
              new Words(
                  "iter() returned non-iterator of type %p",
                  "iter() returned non-iterator of type '%p'")),
          Map.entry("UNKNOWN_ENCODING", new Words("unknown encoding %s", "unknown encoding: %s")),
          Map.entry(
              "ISINSTANCE_ARG_2_MUST_BE_TYPE_OR_TUPLE_OF_TYPE",
              new Words(
                  "isinstance() arg 2 must be a type or tuple of types (was: %s)",
                  "isinstance() arg 2 must be a type, a tuple of types, or a union")),
          Map.entry(
              "ISSUBCLASS_MUST_BE_CLASS_OR_TUPLE",
              new Words(
                  "issubclass() arg 2 must be a class or tuple of classes",
                  "issubclass() arg 2 must be a class, a tuple of classes, or a union")),
          Map.entry(
              "SWITCHING_FROM_MANUAL_TO_AUTOMATIC_NUMBERING",
              new Words(
                  "switching from manual to automatic numbering",
                  "cannot switch from manual field specification to automatic field numbering")),
          Map.entry(
              "SWITCHING_FROM_AUTOMATIC_TO_MANUAL_NUMBERING",
              new Words(
                  "switching from automatic to manual numbering",
                  "cannot switch from automatic field numbering to manual field specification")),
          Map.entry(
              "EXCEEDS_THE_LIMIT_FOR_INTEGER_STRING_CONVERSION",
              new Words(
                  "Exceeds the limit (%d) for integer string conversion",
                  "Exceeds the limit (%d digits) for integer string conversion;"
                      + " use sys.set_int_max_str_digits() to increase the limit")),
          Map.entry(
              "EXCEEDS_THE_LIMIT_FOR_INTEGER_STRING_CONVERSION_D",
              new Words(
                  "Exceeds the limit (%d) for integer string conversion: value has %d digits",
                  "Exceeds the limit (%d digits) for integer string conversion: value has %d"
                      + " digits; use sys.set_int_max_str_digits() to increase the limit")));

  private record Words(String engines, String cpythons) {}

  private Wording() {}

  /// Exchanges the messages, once for all contexts.
  public static void exchange() {
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
