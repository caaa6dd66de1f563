package braid.server.run;

import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.server.problem.RefusedRequest;
import braid.server.wire.Base58;
import braid.server.wire.ProgramBody;
import braid.server.wire.RunBody;
import braid.server.wire.RunState;
import braid.server.wire.TraceBytes;
import braid.server.worker.ExploringWorkers;
import braid.worker.pool.RunEnd;
import braid.worker.pool.RunListener;
import braid.worker.pool.StoppedEarly;
import braid.worker.pool.WorkerPool;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/// All runs: the way from a program to a worker and into the database. Thread-safe.
@ApplicationScoped
public class Runs {
  private static final Logger LOG = Logger.getLogger(Runs.class);

  private final WorkerPool workers;
  private final RunStore store;
  private final RunMetrics metrics;
  private final Limits limits;
  private final int exploreSecondsMax;
  private final WorkerPool explorers;
  private final Dispatcher runs;
  private final Dispatcher explorations;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, LiveRun> live = new ConcurrentHashMap<>();
  private final RecentLogs recent = new RecentLogs();
  private volatile boolean isEnding;

  Runs(
      WorkerPool workers,
      ExploringWorkers explorers,
      RunStore store,
      RunMetrics metrics,
      RunConfig config) {
    this.workers = workers;
    this.explorers = explorers.pool();
    this.store = store;
    this.metrics = metrics;
    Limits all = Limits.DEFAULT;
    limits =
        new Limits(
            config.wallMillis(),
            all.heapBytes(),
            all.outputBytes(),
            all.stepsRecorded(),
            all.tasks(),
            all.objects());
    exploreSecondsMax = config.exploreSecondsMax();
    runs = new Dispatcher(config.queueMax(), workers, this::begin);
    explorations = new Dispatcher(config.queueMax(), this.explorers, this::begin);
  }

  void begin(@Observes StartupEvent event) {
    long left = store.interruptUnfinished();
    if (left > 0) {
      LOG.infof("%d runs were interrupted by the end of an earlier service", left);
    }
    metrics.watchQueue(() -> runs.queue().size() + explorations.queue().size());
    runs.start("braid-dispatcher");
    explorations.start("braid-exploring-dispatcher");
  }

  void end(@Observes ShutdownEvent event) {
    isEnding = true;
    runs.end();
    explorations.end();
    workers.close();
    explorers.close();
    store.interruptUnfinished();
  }

  /// Accepts a program; it runs when its turn comes.
  public RunBody submit(ProgramBody body, String client) {
    Program program = body.program(limits);
    requireShort(program.settings());
    RunQueue queue = dispatcher(program).queue();
    if (queue.isFull()) {
      throw tooMany();
    }
    LiveRun run = new LiveRun(Base58.random(random), client, program);
    store.queued(run.id(), program, run.createdAt());
    live.put(run.id(), run);
    if (!queue.tryAdd(run)) {
      live.remove(run.id());
      throw tooMany();
    }
    return body(run);
  }

  /// The limits every run has.
  public Limits limits() {
    return limits;
  }

  /// The run of this name, wherever it is in its life; [RefusedRequest] when there is none.
  public RunBody find(String id) {
    return live(id)
        .map(this::body)
        .or(() -> store.find(id))
        .orElseThrow(() -> RefusedRequest.unknown("There is no run " + id + "."));
  }

  /// The run of this name while it waits, runs or is being kept.
  public Optional<LiveRun> live(String id) {
    return Optional.ofNullable(live.get(id));
  }

  /// The place in the queue, 1 for the next.
  public Optional<Integer> place(LiveRun run) {
    return dispatcher(run.program()).place(run);
  }

  /// Ends a run at once; one that has ended stays as it is.
  public void stop(String id) {
    Optional<LiveRun> run = live(id);
    if (run.isEmpty()) {
      find(id);
    }
    run.ifPresent(
        it -> {
          if (dispatcher(it.program()).queue().remove(it)) {
            it.skip();
            StoppedEarly.tell(it.program(), new Listener(it));
          } else {
            it.stop();
          }
        });
  }

  /// A worker that explores for an hour is missing to everybody else for an hour.
  private void requireShort(Settings settings) {
    int seconds = settings.exploring().seconds();
    if (settings.exploring().isAsked() && seconds > exploreSecondsMax) {
      throw RefusedRequest.invalid(
          "An exploration takes at most %,d seconds here, not %,d."
              .formatted(exploreSecondsMax, seconds));
    }
  }

  private static RefusedRequest tooMany() {
    return RefusedRequest.busy("Too many programs are waiting to run; try again in a minute.");
  }

  private RunBody body(LiveRun run) {
    RunBody body = run.body();
    return body.state() == RunState.QUEUED ? place(run).map(body::at).orElse(body) : body;
  }

  private Dispatcher dispatcher(Program program) {
    return program.settings().exploring().isAsked() ? explorations : runs;
  }

  private void begin(LiveRun run, WorkerPool servers) throws InterruptedException {
    try {
      run.begin(servers.start(run.program(), new Listener(run)));
    } catch (RuntimeException e) {
      // One run that cannot begin must not keep all others from it.
      LOG.errorf(e, "run %s cannot begin", run.id());
      live.remove(run.id());
      run.skip();
      run.fail(e);
    }
  }

  private void keep(LiveRun run, RunEnd end) {
    if (isEnding) {
      return;
    }
    try {
      RunBody body = store.finished(run.id(), end, TraceBytes.of(run.log().lines()));
      metrics.ended(run.program(), end);
      run.end(body);
      recent.add(run.log());
    } catch (RuntimeException e) {
      LOG.errorf(e, "the end of run %s could not be kept", run.id());
      run.fail(e);
    } finally {
      live.remove(run.id());
    }
  }

  /// Hears the worker for one run.
  private final class Listener implements RunListener {
    private final LiveRun run;
    private boolean hasStepped;

    Listener(LiveRun run) {
      this.run = run;
    }

    @Override
    public void lines(List<String> lines) {
      run.log().append(lines);
      if (!hasStepped && lines.stream().anyMatch(line -> line.startsWith("{\"kind\":\"step\""))) {
        hasStepped = true;
        metrics.firstStep(run.age());
      }
    }

    @Override
    public void ended(RunEnd end) {
      run.log().complete();
      // The worker's thread must not wait for the database.
      Thread.startVirtualThread(() -> keep(run, end));
    }
  }
}
