package braid.worker.pool;

import java.util.Optional;

/// How a pool is at one moment. `trouble` says why workers cannot be had, while they cannot.
/// Immutable.
public record PoolStatus(
    int ready,
    int running,
    int settling,
    int starting,
    long startedInAll,
    Optional<String> trouble) {

  /// Whether there is a worker that serves or soon will again.
  public boolean isUsable() {
    return ready + running + settling > 0;
  }
}
