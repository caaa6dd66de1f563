package braid.worker.pool;

import braid.program.Program;
import braid.worker.MalformedFrame;
import braid.worker.WorkerCommand;
import braid.worker.WorkerExit;
import braid.worker.WorkerFailure;
import braid.worker.WorkerProcess;
import braid.worker.pool.PooledWorker.State;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Workers kept ready ahead of need. Each serves runs one after another and is replaced when it
/// asks for it, after a bounded number of runs, or when it is gone. Thread-safe.
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = System.getLogger(WorkerPool.class.getName());

  private final List<String> command;
  private final PoolOptions options;
  private final int startingMax = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<PooledWorker> workers = new LinkedHashSet<>();
  private final Deque<PooledWorker> ready = new ArrayDeque<>();
  private final ScheduledThreadPoolExecutor clock;
  // One platform thread that lives as long as the pool: walls fall with the thread that built them.
  private final ExecutorService launcher;
  private final Backoff backoff = new Backoff();
  private int running;
  private long startedInAll;
  private boolean isRestAllowed = true;
  private boolean isClosed;

  public WorkerPool(WorkerCommand command, PoolOptions options) {
    this(command.words(), options);
  }

  WorkerPool(List<String> command, PoolOptions options) {
    this.command = List.copyOf(command);
    this.options = options;
    clock = new ScheduledThreadPoolExecutor(1, daemon("braid-workers-clock"), new DiscardPolicy());
    clock.setRemoveOnCancelPolicy(true);
    launcher = Executors.newSingleThreadExecutor(daemon("braid-workers-launcher"));
    locked(this::replenish);
  }

  /// Runs the program on a ready worker, waiting until there is one; [WorkerFailure] when too many
  /// in a row could not be started.
  public Execution start(Program program, RunListener listener) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      awaitTurn();
      PooledWorker worker = ready.pop();
      running++;
      return worker.serve(program, listener);
    } finally {
      lock.unlock();
    }
  }

  /// Waits until [#start] would not wait.
  public void awaitReady() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      awaitTurn();
    } finally {
      lock.unlock();
    }
  }

  /// Whether workers may use the time between runs to get warm; they may until this is said.
  public void allowRest(boolean isAllowed) {
    locked(
        () -> {
          if (isAllowed != isRestAllowed) {
            isRestAllowed = isAllowed;
            workers.forEach(worker -> worker.allowRest(isAllowed));
          }
        });
  }

  /// How the pool is now.
  public PoolStatus status() {
    lock.lock();
    try {
      return new PoolStatus(
          ready.size(),
          running,
          count(State.SETTLING),
          count(State.STARTING),
          startedInAll,
          backoff.trouble());
    } finally {
      lock.unlock();
    }
  }

  /// Ends all workers; runs that go on end with a verdict.
  @Override
  public void close() {
    locked(
        () -> {
          isClosed = true;
          workers.forEach(PooledWorker::kill);
          changed.signalAll();
        });
    clock.shutdownNow();
    launcher.shutdown();
  }

  ScheduledThreadPoolExecutor clock() {
    return clock;
  }

  Duration grace() {
    return options.grace();
  }

  /// The worker has a context for a next run.
  void ready(PooledWorker worker) throws MalformedFrame {
    lock.lock();
    try {
      switch (worker.state()) {
        case STARTING, SETTLING -> {
          backoff.end();
          worker.become(State.READY);
          // The last one back is the warmest, so it is the next to go.
          ready.push(worker);
          replenish();
          changed.signalAll();
        }
        case READY, RUNNING -> throw new MalformedFrame("a worker is ready twice");
        case GONE -> {}
      }
    } finally {
      lock.unlock();
    }
  }

  /// The run of this worker is over and its place is free, whether or not the worker lives.
  void freed(PooledWorker worker) {
    locked(
        () -> {
          if (worker.state() == State.RUNNING) {
            worker.become(State.SETTLING);
            running--;
            changed.signalAll();
          }
        });
  }

  /// The worker has told the end of a run.
  void finished(PooledWorker worker, boolean isReusable) {
    if (!isReusable || worker.runs() >= options.runsMax()) {
      locked(() -> retire(worker));
      worker.kill();
    } else {
      int runs = worker.runs();
      clock.schedule(
          () -> settled(worker, runs), options.startMax().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  void complain(PooledWorker worker, String what) {
    LOG.log(Level.WARNING, "a worker in state {0} {1}", worker.state(), what);
  }

  /// The worker's process has ended.
  void gone(PooledWorker worker, WorkerExit exit) {
    locked(
        () -> {
          if (worker.state() == State.STARTING && !isClosed) {
            failed("a worker does not start: it " + exit.said());
          }
          retire(worker);
        });
  }

  private void awaitTurn() throws InterruptedException {
    while (!isClosed && (ready.isEmpty() || running >= options.workers())) {
      if (backoff.failuresInARow() >= options.failuresMax() && running == 0) {
        throw new WorkerFailure(backoff.trouble().orElse("no worker starts"));
      }
      changed.await();
    }
    if (isClosed) {
      throw new InterruptedException("the worker pool is closed");
    }
  }

  private void retire(PooledWorker worker) {
    worker.become(State.GONE);
    ready.remove(worker);
    workers.remove(worker);
    replenish();
    changed.signalAll();
  }

  private void replenish() {
    while (!isClosed
        && !backoff.isWaiting()
        && workers.size() < options.workers() + options.spares()
        && count(State.STARTING) < startingMax) {
      PooledWorker worker = new PooledWorker(this);
      workers.add(worker);
      startedInAll++;
      launcher.execute(() -> launch(worker));
    }
  }

  private void launch(PooledWorker worker) {
    try {
      WorkerProcess process = WorkerProcess.start(command, worker);
      locked(() -> worker.startedAs(process, isRestAllowed));
      process.begin();
      if (isClosed()) {
        process.kill();
      }
      clock.schedule(
          () -> settled(worker, 0), options.startMax().toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException e) {
      locked(
          () -> {
            failed("a worker cannot be started: " + e.getMessage());
            retire(worker);
          });
    }
  }

  /// Ends a worker that has not become ready in time after so many runs.
  private void settled(PooledWorker worker, int runs) {
    locked(
        () -> {
          boolean isWaitedFor =
              worker.state() == State.STARTING || worker.state() == State.SETTLING;
          if (isWaitedFor && worker.runs() == runs) {
            complain(worker, "is not ready after " + options.startMax().toSeconds() + " s");
            worker.kill();
          }
        });
  }

  private void failed(String why) {
    LOG.log(Level.ERROR, why);
    clock.schedule(
        () ->
            locked(
                () -> {
                  backoff.waited();
                  replenish();
                }),
        backoff.failed(why),
        TimeUnit.MILLISECONDS);
  }

  private int count(State state) {
    return (int) workers.stream().filter(worker -> worker.state() == state).count();
  }

  private boolean isClosed() {
    lock.lock();
    try {
      return isClosed;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private static ThreadFactory daemon(String name) {
    return work -> Thread.ofPlatform().daemon().name(name).unstarted(work);
  }
}
