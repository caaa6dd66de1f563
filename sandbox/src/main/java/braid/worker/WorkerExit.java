package braid.worker;

/// How a worker's process ended, by its exit code. Immutable.
public record WorkerExit(int code) {
  /// What `-XX:+ExitOnOutOfMemoryError` makes of a full heap.
  private static final int OUT_OF_MEMORY = 3;

  private static final int SIGNAL_BASE = 128;

  /// Whether the heap was full.
  public boolean isOutOfMemory() {
    return code == OUT_OF_MEMORY;
  }

  /// Completes the sentence "the worker …".
  public String said() {
    return code > SIGNAL_BASE
        ? "was ended by signal " + (code - SIGNAL_BASE)
        : "ended by itself with code " + code;
  }
}
