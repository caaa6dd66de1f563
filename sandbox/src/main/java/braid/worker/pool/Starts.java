package braid.worker.pool;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many workers start at once on this machine, whichever pools they are for: each takes seconds
/// of two cores. First come, first served. Thread-safe.
public final class Starts {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private int free = atOnce;

  int atOnce() {
    return atOnce;
  }

  /// Calls `turn`, on a thread of its own, once a worker may start. [#end] has to follow.
  synchronized void ask(Runnable turn) {
    waiting.add(turn);
    pass();
  }

  /// One has started, or will not.
  synchronized void end() {
    free++;
    pass();
  }

  private void pass() {
    while (free > 0 && !waiting.isEmpty()) {
      free--;
      Thread.startVirtualThread(waiting.remove());
    }
  }
}
