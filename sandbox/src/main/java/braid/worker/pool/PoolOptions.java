package braid.worker.pool;

import braid.worker.WorkerFailure;
import java.time.Duration;

/// How many workers there are and how long each may serve. Immutable.
///
/// @param workers runs that may go on at once
/// @param spares further workers kept ready, so that a lost one costs nobody time
/// @param runsMax runs a worker serves before it is replaced
/// @param startMax the longest a worker may take until it is ready
/// @param grace how much longer than its own limit the host lets a run go on
public record PoolOptions(int workers, int spares, int runsMax, Duration startMax, Duration grace) {

  /// What a service has unless its operator says otherwise.
  public static final PoolOptions DEFAULT =
      new PoolOptions(2, 1, 500, Duration.ofMinutes(3), Duration.ofSeconds(2));

  public PoolOptions {
    if (workers < 1 || spares < 0 || runsMax < 1) {
      throw new WorkerFailure(
          "a pool has at least 1 worker, 0 spares and 1 run for each, not %d, %d and %d"
              .formatted(workers, spares, runsMax));
    }
  }

  /// The default with this many workers.
  public static PoolOptions of(int workers) {
    return new PoolOptions(
        workers, DEFAULT.spares, DEFAULT.runsMax, DEFAULT.startMax, DEFAULT.grace);
  }
}
