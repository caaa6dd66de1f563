package braid.server.worker;

import braid.worker.pool.PoolStatus;
import braid.worker.pool.WorkerPool;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Lets workers get warm, and more of them start than are needed, only when nobody has been served
/// and none has started for some time: both take whole cores, and whoever waits meanwhile waits
/// twice as long. Somebody who opens the page is about to run a program. Thread-safe.
@ApplicationScoped
class Calm {
  private static final long LOOK_EVERY_MILLIS = 100;

  /// So many looks without anybody being served are some time.
  private static final int CALM_LOOKS = 50;

  private final WorkerPool runners;
  private final WorkerPool explorers;
  private int calmLooks;
  private volatile boolean isAsked;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("braid-workers-calm").factory());

  Calm(WorkerPool runners, ExploringWorkers explorers) {
    this.runners = runners;
    this.explorers = explorers.pool();
  }

  void begin(@Observes StartupEvent event) {
    clock.scheduleWithFixedDelay(
        this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  void end(@Observes ShutdownEvent event) {
    clock.shutdownNow();
  }

  /// Somebody asks for something. Whether the service is ready is asked elsewhere.
  @ServerRequestFilter
  void ask() {
    isAsked = true;
  }

  private void look() {
    boolean isBusy = isAsked || isBusy(runners) || isBusy(explorers);
    isAsked = false;
    calmLooks = isBusy ? 0 : calmLooks + 1;
    boolean isCalm = calmLooks >= CALM_LOOKS;
    runners.allowAhead(isCalm);
    explorers.allowAhead(isCalm);
  }

  private static boolean isBusy(WorkerPool pool) {
    PoolStatus status = pool.status();
    return status.running() > 0 || status.starting() > 0;
  }
}
