package braid.server.worker;

import braid.worker.Walls;
import braid.worker.pool.PoolStatus;
import braid.worker.pool.WorkerPool;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/// Whether programs can be run, and behind which walls.
@Readiness
@ApplicationScoped
class WorkerHealth implements HealthCheck {
  private final WorkerPool pool;
  private final Walls walls;

  WorkerHealth(WorkerPool pool, Walls walls) {
    this.pool = pool;
    this.walls = walls;
  }

  @Override
  public HealthCheckResponse call() {
    PoolStatus status = pool.status();
    HealthCheckResponseBuilder answer =
        HealthCheckResponse.named("workers")
            .withData("ready", status.ready())
            .withData("running", status.running())
            .withData("settling", status.settling())
            .withData("starting", status.starting())
            .withData("isolation", walls.isolation())
            .withData("walls", String.join(", ", walls.names()));
    status.trouble().ifPresent(trouble -> answer.withData("trouble", trouble));
    return answer.status(status.isUsable()).build();
  }
}
