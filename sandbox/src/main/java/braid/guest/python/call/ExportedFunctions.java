package braid.guest.python.call;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.graalvm.polyglot.HostAccess.Export;

/// The public methods of an object that are marked [Export], to guest code: an object with a
/// function for each, and nothing else. Parameters are int, long, boolean, String, Value or,
/// as the engine has them, Object. The map is immutable.
@ExportLibrary(InteropLibrary.class)
public final class ExportedFunctions implements TruffleObject {
  private final Map<String, ExportedFunction> functions = new LinkedHashMap<>();

  /// The exported methods of `receiver`.
  public ExportedFunctions(Object receiver) {
    for (Method method : receiver.getClass().getMethods()) {
      if (method.isAnnotationPresent(Export.class)) {
        String name = method.getName();
        int parameters = method.getParameterCount();
        functions.put(name, new ExportedFunction(name, of(receiver, method), parameters));
      }
    }
  }

  /// The method as `Object[] -> Object`, with guest values as arguments.
  private static MethodHandle of(Object receiver, Method method) {
    try {
      MethodHandle handle = MethodHandles.publicLookup().unreflect(method).bindTo(receiver);
      MethodHandle[] filters =
          handle.type().parameterList().stream()
              .map(GuestValues::filter)
              .toArray(MethodHandle[]::new);
      int count = filters.length;
      return MethodHandles.filterArguments(handle, 0, filters)
          .asType(MethodType.genericMethodType(count))
          .asSpreader(Object[].class, count);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " cannot be exported", e);
    }
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  Object getMembers(@SuppressWarnings("unused") boolean isInternalIncluded) {
    return Nothing.INSTANCE;
  }

  @ExportMessage
  @TruffleBoundary
  boolean isMemberReadable(String name) {
    return functions.containsKey(name);
  }

  @ExportMessage
  @TruffleBoundary
  Object readMember(String name) throws UnknownIdentifierException {
    ExportedFunction function = functions.get(name);
    if (function == null) {
      throw UnknownIdentifierException.create(name);
    }
    return function;
  }
}
