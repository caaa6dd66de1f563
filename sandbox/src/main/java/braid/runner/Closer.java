package braid.runner;

/// Closes a world. It takes its time, and what hangs in the guest must not hold up the verdict.
final class Closer {
  /// A world that does not close within this time takes its process with it.
  private static final long CLOSE_MILLIS = 20_000;

  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  /// Begins to close it, as `closing` does.
  void close(Runnable closing) {
    thread = Thread.ofPlatform().daemon().name("closer").start(closing);
  }

  /// Waits until it is closed; false when it does not close.
  boolean awaitClosed() throws InterruptedException {
    thread.join(CLOSE_MILLIS);
    return !thread.isAlive();
  }
}
