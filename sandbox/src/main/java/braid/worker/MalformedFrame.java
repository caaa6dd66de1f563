package braid.worker;

/// What came over the pipe is no frame, or not one that may come now. The message says why.
public final class MalformedFrame extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedFrame(String message) {
    super(message);
  }

  public MalformedFrame(String message, Throwable cause) {
    super(message, cause);
  }
}
