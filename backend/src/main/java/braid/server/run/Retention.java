package braid.server.run;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;

/// Forgets old runs. What was shared has its own copy and stays.
@ApplicationScoped
class Retention {
  private static final Logger LOG = Logger.getLogger(Retention.class);

  private final RunStore store;
  private final RunConfig config;

  Retention(RunStore store, RunConfig config) {
    this.store = store;
    this.config = config;
  }

  @Scheduled(every = "1h", delayed = "10m")
  void forget() {
    long runs = store.deleteOlderThan(Instant.now().minus(config.keep()));
    if (runs > 0) {
      LOG.infof("%d runs older than %s were deleted", runs, config.keep());
    }
  }
}
