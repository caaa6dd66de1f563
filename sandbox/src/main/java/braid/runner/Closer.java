package braid.runner;

import braid.guest.World;

/// Closes a world. It takes its time, and what hangs in the guest must not hold up the verdict.
final class Closer {
  /// A world that does not close within this time takes its process with it.
  private static final long CLOSE_MILLIS = 20_000;

  private Thread thread = Thread.ofPlatform().unstarted(() -> {});

  /// Begins to close the world.
  void close(World world) {
    thread = Thread.ofPlatform().daemon().name("closer").start(world::close);
  }

  /// Waits until it is closed; false when it does not close.
  boolean awaitClosed() throws InterruptedException {
    thread.join(CLOSE_MILLIS);
    return !thread.isAlive();
  }
}
