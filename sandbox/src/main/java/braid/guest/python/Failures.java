package braid.guest.python;

import braid.kernel.Kernel;
import braid.trace.LimitType;
import braid.trace.Reason;
import org.graalvm.polyglot.PolyglotException;

/// What a failure means that Python code could not handle.
final class Failures {
  private Failures() {}

  /// Ends the run of `kernel` for what GraalPy reports.
  static void end(Kernel kernel, PolyglotException e) {
    if (e.isResourceExhausted() || isOutOfMemory(e)) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      kernel.end(new Reason.LimitReached(LimitType.MEMORY, megabytes, "MB"));
    } else {
      String message = e.getMessage() == null ? "an internal error" : e.getMessage();
      kernel.end(new Reason.Refused(kernel.line(), "the Python engine failed: " + message));
    }
  }

  private static boolean isOutOfMemory(PolyglotException e) {
    return e.getMessage() != null && e.getMessage().contains("OutOfMemory")
        || e.isHostException() && e.asHostException() instanceof OutOfMemoryError;
  }
}
