package braid.server.worker;

import braid.worker.Walls;
import braid.worker.WorkerCommand;
import braid.worker.WorkerHome;
import braid.worker.pool.PoolOptions;
import braid.worker.pool.Starts;
import braid.worker.pool.WorkerPool;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;

/// Makes the pools of workers, behind the walls the operator allows.
@ApplicationScoped
class Workers {
  private static final Logger LOG = Logger.getLogger(Workers.class);

  /// A worker runs so many small programs before it is said to be ready.
  private static final int WARM_UP_ROUNDS = 2;

  /// As many explorations of one, for a worker that explores.
  private static final int EXPLORING_ROUNDS = 1;

  /// Where a build leaves the worker, seen from the root and from the backend.
  private static final List<String> USUAL_HOMES = List.of("sandbox/target", "../sandbox/target");

  @Produces
  @Singleton
  Walls walls(WorkerConfig config, WorkerHome home) {
    Walls walls =
        switch (config.isolation()) {
          case "bubblewrap" -> Walls.strongest(home);
          case "none" -> Walls.none();
          default ->
              throw new IllegalArgumentException(
                  "braid.isolation is bubblewrap or none, not " + config.isolation());
        };
    if (walls.bubblewrap().isEmpty()) {
      LOG.warn("programs run WITHOUT WALLS, as braid.isolation=none asks");
    } else {
      LOG.infof("programs run behind these walls: %s", String.join(", ", walls.names()));
    }
    return walls;
  }

  @Produces
  @Singleton
  WorkerHome home(WorkerConfig config) {
    Path folder =
        config
            .worker()
            .home()
            .map(Path::of)
            .or(
                () ->
                    USUAL_HOMES.stream()
                        .map(Path::of)
                        .filter(it -> Files.isDirectory(it.resolve("worker/lib")))
                        .findFirst())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the worker is not found; name its folder with braid.worker.home"));
    Path jdk = Path.of(config.worker().javaHome().orElse(System.getProperty("java.home")));
    return new WorkerHome(folder, jdk);
  }

  @Produces
  @Singleton
  Starts starts() {
    return new Starts();
  }

  @Produces
  @Singleton
  @Startup
  WorkerPool pool(WorkerConfig config, Walls walls, WorkerHome home, Starts starts) {
    WorkerConfig.Worker worker = config.worker();
    return new WorkerPool(
        WorkerCommand.standard(walls, home).warmedUp(WARM_UP_ROUNDS, worker.idleRounds()),
        options(worker.count(), worker.spares(), worker.runsMax()),
        starts);
  }

  /// @param runners whose first worker starts before that which explores, and their others after it
  @Produces
  @Singleton
  ExploringWorkers exploring(
      WorkerConfig config, Walls walls, WorkerHome home, Starts starts, WorkerPool runners) {
    WorkerConfig.Exploring exploring = config.exploring();
    return new ExploringWorkers(
        new WorkerPool(
            WorkerCommand.exploring(walls, home).warmedUp(EXPLORING_ROUNDS, exploring.idleRounds()),
            options(exploring.count(), 0, exploring.runsMax()),
            starts));
  }

  private static PoolOptions options(int workers, int spares, int runsMax) {
    PoolOptions usual = PoolOptions.DEFAULT;
    return new PoolOptions(
        workers, spares, runsMax, usual.startMax(), usual.grace(), usual.failuresMax());
  }
}
