package braid.guest.python.message;

import braid.guest.python.message.Rewording.Raised;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import java.util.Map;

/// What CPython 3.12 calls the type of an object in a message: a type written in C by its module
/// and name (`tp_name`, C API Reference Manual, "Type Object Structures"), one written in Python by
/// its name. Here many of the former are written in Python. Stateless.
final class TypeNames {
  /// Those that are written in Python here, by their simple names: the modules they are in.
  private static final Map<String, String> IN_C =
      Map.ofEntries(
          Map.entry("lock", "_thread"),
          Map.entry("RLock", "_thread"),
          Map.entry("_local", "_thread"),
          Map.entry("SimpleQueue", "_queue"),
          Map.entry("Future", "_asyncio"),
          Map.entry("Task", "_asyncio"),
          Map.entry("ContextVar", "_contextvars"),
          Map.entry("Context", "_contextvars"),
          Map.entry("Token", "_contextvars"),
          Map.entry("datetime", "datetime"),
          Map.entry("date", "datetime"),
          Map.entry("time", "datetime"),
          Map.entry("timedelta", "datetime"),
          Map.entry("timezone", "datetime"),
          Map.entry("Decimal", "decimal"),
          Map.entry("itemgetter", "operator"),
          Map.entry("attrgetter", "operator"),
          Map.entry("methodcaller", "operator"),
          Map.entry("Pattern", "re"),
          Map.entry("Match", "re"));

  /// This one has the engine's name of its module.
  private static final String ORDERED = "_collections.OrderedDict";

  private TypeNames() {}

  /// The message with these names in it.
  static String put(Raised raised, String message) {
    String whole = message.replace(ORDERED, ORDERED.substring(1));
    for (int i = 0; i < raised.arguments(); i++) {
      whole = put(whole, raised.value(i));
    }
    return whole;
  }

  /// What is said of an attribute that is not there: of a class in other words than of an object.
  static String noAttribute(Raised raised) {
    InteropLibrary interop = InteropLibrary.getUncached();
    Object owner = raised.value(0);
    try {
      return interop.isMetaObject(owner)
          ? "type object '%s' has no attribute '%s'"
              .formatted(interop.asString(interop.getMetaSimpleName(owner)), raised.argument(1))
          : put(raised, raised.message());
    } catch (InteropException e) {
      return raised.message();
    }
  }

  private static String put(String message, Object value) {
    InteropLibrary interop = InteropLibrary.getUncached();
    try {
      if (!interop.hasMetaObject(value)) {
        return message;
      }
      Object type = interop.getMetaObject(value);
      String name = interop.asString(interop.getMetaSimpleName(type));
      String module = IN_C.get(name);
      // Reading it can be code of the program's, of a class that has one of these names.
      return module == null || !module.equals(module(type, interop))
          ? message
          : message.replace("'" + name + "'", "'" + module + "." + name + "'");
    } catch (InteropException e) {
      return message;
    }
  }

  private static String module(Object type, InteropLibrary interop) throws InteropException {
    return interop.asString(interop.readMember(type, "__module__"));
  }
}
