package braid.worker.pool;

import java.util.Optional;

/// How a pool is at one moment. `trouble` says why workers cannot be had, while they cannot.
/// Immutable.
public record PoolStatus(
    int ready, int running, int starting, long startedInAll, Optional<String> trouble) {

  /// Whether a run could start, now or after those that run.
  public boolean isUsable() {
    return ready + running > 0 || trouble.isEmpty();
  }
}
