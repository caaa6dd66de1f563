package braid.runner;

import braid.trace.LimitType;
import braid.trace.Reason;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// Ends a run that holds more memory than it may: asks, after each collection of the old
/// generation, what was left. The JVM's own heap bound stands behind it.
final class MemoryWatch implements AutoCloseable {
  private static final long INTERVAL_NANOS = 20_000_000;
  private final Thread thread;
  private volatile boolean isClosed;

  MemoryWatch(long bytesMax, Consumer<Reason> end) {
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
            .toList();
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("memory")
            .unstarted(
                () -> {
                  while (!isClosed) {
                    if (held(pools) > bytesMax) {
                      end.accept(new Reason.LimitReached(LimitType.MEMORY, bytesMax >> 20, "MB"));
                      return;
                    }
                    LockSupport.parkNanos(INTERVAL_NANOS);
                  }
                });
    thread.start();
  }

  private static long held(List<MemoryPoolMXBean> pools) {
    long held = 0;
    for (MemoryPoolMXBean pool : pools) {
      var usage = pool.getCollectionUsage();
      held += usage == null ? 0 : usage.getUsed();
    }
    return held;
  }

  @Override
  public void close() {
    isClosed = true;
    LockSupport.unpark(thread);
  }
}
