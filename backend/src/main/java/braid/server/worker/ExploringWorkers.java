package braid.server.worker;

import braid.worker.WorkerCommand;
import braid.worker.pool.PoolOptions;
import braid.worker.pool.WorkerPool;
import java.util.Optional;

/// The workers that explore, apart from those for runs: they are tuned for one program executed
/// again and again, and whoever explores for long keeps nobody from running. Started at the first
/// [#pool]. Thread-safe.
public final class ExploringWorkers {
  private final WorkerCommand command;
  private final PoolOptions options;
  private WorkerPool pool;

  ExploringWorkers(WorkerCommand command, PoolOptions options) {
    this.command = command;
    this.options = options;
  }

  /// The pool, started now if it was not.
  public synchronized WorkerPool pool() {
    if (pool == null) {
      pool = new WorkerPool(command, options);
    }
    return pool;
  }

  /// The pool, if it was started.
  synchronized Optional<WorkerPool> present() {
    return Optional.ofNullable(pool);
  }

  /// Ends them all.
  public synchronized void close() {
    if (pool != null) {
      pool.close();
    }
  }
}
