package braid.worker.pool;

import braid.program.Program;
import braid.worker.Frame;
import braid.worker.MalformedFrame;
import braid.worker.WorkerExit;
import braid.worker.WorkerProcess;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// A worker's life in a pool: starting, ready, running, settling (its next context is being made),
/// ready again … gone. State changes happen under the pool's lock; frames come from the worker's
/// own thread.
final class PooledWorker implements WorkerProcess.Listener {
  private static final Logger LOG = System.getLogger(PooledWorker.class.getName());

  private final WorkerPool pool;
  private Optional<WorkerProcess> process = Optional.empty();
  private volatile Optional<Execution> execution = Optional.empty();
  private State state = State.STARTING;
  private int runs;

  /// Where in its life a worker is.
  enum State {
    STARTING,
    READY,
    RUNNING,
    SETTLING,
    GONE
  }

  PooledWorker(WorkerPool pool) {
    this.pool = pool;
  }

  State state() {
    return state;
  }

  void become(State next) {
    if (state == State.STARTING) {
      pool.endStart();
    }
    state = next;
  }

  void startedAs(WorkerProcess started, boolean mayRest) {
    process = Optional.of(started);
    if (!mayRest) {
      allowRest(false);
    }
  }

  int runs() {
    return runs;
  }

  /// Makes it serve this run. Under the pool's lock, and only when ready.
  Execution serve(Program program, RunListener listener) {
    runs++;
    state = State.RUNNING;
    Execution next = new Execution(program, listener, pool.place(process.orElseThrow(), this));
    execution = Optional.of(next);
    next.start();
    return next;
  }

  void allowRest(boolean isAllowed) {
    process.ifPresent(it -> it.send(new Frame.Rest(isAllowed)));
  }

  void kill() {
    process.ifPresent(WorkerProcess::kill);
  }

  @Override
  public void received(Frame.FromWorker frame) throws MalformedFrame {
    switch (frame) {
      case Frame.Ready _ -> pool.ready(this);
      case Frame.Entries entries -> running().received(entries);
      case Frame.Finished finished -> {
        running().received(finished);
        execution = Optional.empty();
        pool.finished(this, finished.isReusable());
      }
    }
  }

  @Override
  public void broke(String rule) {
    execution.ifPresent(it -> it.rejected(rule));
    complain("broke its protocol: " + rule);
  }

  void complain(String what) {
    LOG.log(Level.WARNING, "a worker in state {0} {1}", state, what);
  }

  @Override
  public void ended(WorkerExit exit) {
    execution.ifPresent(it -> it.lost(exit));
    execution = Optional.empty();
    pool.gone(this, exit);
  }

  private Execution running() throws MalformedFrame {
    return execution.orElseThrow(() -> new MalformedFrame("a frame of a run, and none goes on"));
  }
}
