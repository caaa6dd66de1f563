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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Workers kept ready ahead of need. Each serves runs one after another and is replaced when it
/// asks for it, after a bounded number of runs, or when it is gone. Thread-safe.
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = System.getLogger(WorkerPool.class.getName());

  private final List<String> command;
  private final PoolOptions options;
  private final Starts starts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Set<PooledWorker> workers = new LinkedHashSet<>();
  private final Deque<PooledWorker> ready = new ArrayDeque<>();
  private final PoolThreads threads = new PoolThreads();
  private final Backoff backoff = new Backoff();
  private int running;
  private long startedInAll;
  /// How many starts it has asked for whose turn has not come.
  private int asked;
  private boolean isAheadAllowed = true;
  private boolean isClosed;

  /// @param starts shared with other pools of this machine
  public WorkerPool(WorkerCommand command, PoolOptions options, Starts starts) {
    this(command.words(), options, starts);
  }

  WorkerPool(List<String> command, PoolOptions options, Starts starts) {
    this.command = List.copyOf(command);
    this.options = options;
    this.starts = starts;
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
      replenish();
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

  /// Whether work may be done ahead of being needed, on cores that somebody might need now: workers
  /// get warm between runs, and more of them start while one is ready. It may until this is said.
  public void allowAhead(boolean isAllowed) {
    locked(
        () -> {
          if (isAllowed != isAheadAllowed) {
            isAheadAllowed = isAllowed;
            workers.forEach(worker -> worker.allowRest(isAllowed));
            replenish();
          }
        });
  }

  /// How the pool is now.
  public PoolStatus status() {
    return locked(
        () ->
            new PoolStatus(
                ready.size(),
                running,
                count(State.SETTLING),
                count(State.STARTING),
                startedInAll,
                backoff.trouble()));
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
    threads.end();
  }

  Execution.Place place(WorkerProcess process, PooledWorker worker) {
    return new Execution.Place(process, threads.clock(), options.grace(), () -> freed(worker));
  }

  /// One of its workers starts no longer.
  void endStart() {
    starts.end();
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
  private void freed(PooledWorker worker) {
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
      awaitSettling(worker, worker.runs());
    }
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
    while (isLacking()
        && (isAheadAllowed || ready.isEmpty())
        && asked + count(State.STARTING) < starts.atOnce()) {
      asked++;
      starts.ask(() -> locked(this::begin));
    }
  }

  private boolean isLacking() {
    return !isClosed
        && !backoff.isWaiting()
        && workers.size() + asked < options.workers() + options.spares();
  }

  /// The turn has come.
  private void begin() {
    asked--;
    if (isLacking()) {
      PooledWorker worker = new PooledWorker(this);
      workers.add(worker);
      startedInAll++;
      threads.launch(() -> launch(worker));
    } else {
      starts.end();
    }
  }

  private void launch(PooledWorker worker) {
    try {
      WorkerProcess process = WorkerProcess.start(command, worker);
      locked(() -> worker.startedAs(process, isAheadAllowed));
      process.begin();
      if (locked(() -> isClosed)) {
        process.kill();
      }
      awaitSettling(worker, 0);
    } catch (IOException e) {
      locked(
          () -> {
            failed("a worker cannot be started: " + e.getMessage());
            retire(worker);
          });
    }
  }

  /// Ends a worker that does not become ready in time after so many runs.
  private void awaitSettling(PooledWorker worker, int runs) {
    schedule(
        options.startMax().toMillis(),
        () -> {
          boolean isWaitedFor =
              worker.state() == State.STARTING || worker.state() == State.SETTLING;
          if (isWaitedFor && worker.runs() == runs) {
            worker.complain("is not ready after " + options.startMax().toSeconds() + " s");
            worker.kill();
          }
        });
  }

  private void failed(String why) {
    LOG.log(Level.ERROR, why);
    schedule(
        backoff.failed(why),
        () -> {
          backoff.waited();
          replenish();
        });
  }

  private void schedule(long millis, Runnable work) {
    threads.clock().schedule(() -> locked(work), millis, TimeUnit.MILLISECONDS);
  }

  private int count(State state) {
    return (int) workers.stream().filter(worker -> worker.state() == state).count();
  }

  private void locked(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
