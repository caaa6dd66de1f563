package braid.worker.pool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;

/// The threads of one pool: its clock, and one that launches. Thread-safe.
final class PoolThreads {
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, daemon("braid-workers-clock"), new DiscardPolicy());

  // One platform thread that lives as long as the pool: walls fall with the thread that built them.
  private final ExecutorService launcher =
      Executors.newSingleThreadExecutor(daemon("braid-workers-launcher"));

  PoolThreads() {
    clock.setRemoveOnCancelPolicy(true);
  }

  ScheduledThreadPoolExecutor clock() {
    return clock;
  }

  void launch(Runnable work) {
    launcher.execute(work);
  }

  /// What is scheduled does not happen any more; what is to be launched is.
  void end() {
    clock.shutdownNow();
    launcher.shutdown();
  }

  private static ThreadFactory daemon(String name) {
    return work -> Thread.ofPlatform().daemon().name(name).unstarted(work);
  }
}
