package braid.server.run;

import braid.worker.pool.WorkerPool;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Runs of one kind that wait, and the workers that serve them in turn. Thread-safe.
final class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);

  private final RunQueue queue;
  private final WorkerPool workers;
  private final Beginning beginning;
  private volatile boolean isEnding;

  /// How a run begins on one of the workers.
  interface Beginning {
    void begin(LiveRun run, WorkerPool workers) throws InterruptedException;
  }

  Dispatcher(int queueMax, WorkerPool workers, Beginning beginning) {
    this.queue = new RunQueue(queueMax);
    this.workers = workers;
    this.beginning = beginning;
  }

  /// Begins to serve, on a thread of this name.
  void start(String name) {
    Thread.ofVirtual().name(name).start(this::dispatch);
  }

  /// Begins no more runs.
  void end() {
    isEnding = true;
  }

  RunQueue queue() {
    return queue;
  }

  Optional<Integer> place(LiveRun run) {
    return queue.place(run);
  }

  private void dispatch() {
    try {
      while (!isEnding) {
        workers.awaitReady();
        beginning.begin(queue.awaitNext(), workers);
      }
    } catch (InterruptedException e) {
      LOG.debug("no more runs are begun", e);
    }
  }
}
