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

/// Lets workers get warm only while nobody is served and no other worker starts: getting warm takes
/// whole cores, and whoever waits meanwhile waits twice as long.
@ApplicationScoped
class Calm {
  private static final long LOOK_EVERY_MILLIS = 100;

  private final WorkerPool runners;
  private final WorkerPool explorers;
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

  private void look() {
    boolean isBusy = isBusy(runners) || isBusy(explorers);
    runners.allowRest(!isBusy);
    explorers.allowRest(!isBusy);
  }

  private static boolean isBusy(WorkerPool pool) {
    PoolStatus status = pool.status();
    return status.running() > 0 || status.starting() > 0;
  }
}
