package braid.server.worker;

import braid.worker.Walls;
import braid.worker.pool.PoolStatus;
import braid.worker.pool.WorkerPool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Whether programs can be run and explored, and behind which walls.
@Readiness
@ApplicationScoped
class WorkerHealth implements HealthCheck {
  private final WorkerPool runners;
  private final WorkerPool explorers;
  private final Walls walls;

  WorkerHealth(WorkerPool runners, ExploringWorkers explorers, Walls walls) {
    this.runners = runners;
    this.explorers = explorers.pool();
    this.walls = walls;
  }

  @Override
  public HealthCheckResponse call() {
    PoolStatus status = runners.status();
    PoolStatus exploring = explorers.status();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("workers")
            .withData("ready", status.ready())
            .withData("running", status.running())
            .withData("settling", status.settling())
            .withData("starting", status.starting())
            .withData("exploring", exploring.ready() + exploring.running())
            .withData("isolation", walls.isolation())
            .withData("walls", String.join(", ", walls.names()));
    exploring.trouble().ifPresent(trouble -> answer.withData("trouble", trouble));
    status.trouble().ifPresent(trouble -> answer.withData("trouble", trouble));
    return answer.status(status.isUsable() && hasBegun(exploring)).build();
  }

  /// Whether there is a worker, or there was one, whose successor starts.
  private static boolean hasBegun(PoolStatus status) {
    return status.isUsable() || (status.startedInAll() > 1 && status.trouble().isEmpty());
  }
}
