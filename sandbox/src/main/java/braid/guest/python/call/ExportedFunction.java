package braid.guest.python.call;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.lang.invoke.MethodHandle;

/// One of our methods as a function that guest code can call. Immutable.
///
/// The polyglot interface offers methods as such objects too; but where many of them are called, it
/// looks each up anew and converts its arguments by reflection, which costs microseconds.
@ExportLibrary(InteropLibrary.class)
final class ExportedFunction implements TruffleObject {
  private final String name;
  private final MethodHandle handle;
  private final int parameters;

  /// @param handle takes all arguments as one array of objects
  ExportedFunction(String name, MethodHandle handle, int parameters) {
    this.name = name;
    this.handle = handle;
    this.parameters = parameters;
  }

  @ExportMessage
  boolean isExecutable() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  Object execute(Object[] arguments) throws ArityException {
    if (arguments.length != parameters) {
      throw ArityException.create(parameters, parameters, arguments.length);
    }
    try {
      Object result = (Object) handle.invokeExact(arguments);
      return result == null ? Nothing.INSTANCE : result;
    } catch (Throwable thrown) {
      throw CallFailed.of(thrown);
    }
  }

  @ExportMessage
  @TruffleBoundary
  Object toDisplayString(@SuppressWarnings("unused") boolean hasSideEffects) {
    return "<function " + name + ">";
  }
}
