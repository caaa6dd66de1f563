package braid.trace;

/// A line that should have been a trace entry is none.
public final class MalformedTrace extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedTrace(String message) {
    super(message);
  }

  MalformedTrace(String message, Throwable cause) {
    super(message, cause);
  }
}
