package braid.guest.python.statement;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.Frame;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.nodes.Node;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Frames that a traceback may refer to while they are still being executed. GraalPy makes the
/// frame object of a traceback when somebody asks for it, by walking the stack of whoever asks:
/// where an exception was handed to another thread, that is the wrong one, and the engine fails. So
/// the frame object is made when an exception comes through the frame. The class that does it is
/// not public (`--add-exports` in [braid.worker.WorkerCommand]). Stateless.
final class Frames {
  private static final String MAKER = "com.oracle.graal.python.nodes.frame.MaterializeFrameNode";
  private static final MethodHandle MAKE = find();

  private Frames() {}

  private static MethodHandle find() {
    try {
      Class<?> maker = Class.forName(MAKER);
      Object instance = maker.getMethod("getUncached").invoke(null);
      for (var method : maker.getMethods()) {
        if (method.getName().equals("execute") && method.getParameterTypes()[0] == Frame.class) {
          MethodType type =
              MethodType.methodType(
                  Object.class, Frame.class, Node.class, boolean.class, boolean.class);
          return MethodHandles.lookup().unreflect(method).bindTo(instance).asType(type);
        }
      }
      throw new IllegalStateException("this GraalPy makes its frame objects otherwise");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the frame objects of this GraalPy cannot be made", e);
    }
  }

  /// Makes the frame object of a frame that is at `place`.
  @TruffleBoundary
  static void keep(MaterializedFrame frame, Node place) {
    try {
      Object _ = MAKE.invokeExact((Frame) frame, place, true, false);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("no frame object was made", e);
    }
  }
}
