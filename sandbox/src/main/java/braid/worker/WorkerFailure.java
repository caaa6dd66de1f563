package braid.worker;

/// Workers cannot be had as things are; the message says what the operator can do.
public final class WorkerFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WorkerFailure(String message) {
    super(message);
  }

  public WorkerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
