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
/// @param failuresMax workers that may fail to start one after another before who waits is told
public record PoolOptions(
    int workers, int spares, int runsMax, Duration startMax, Duration grace, int failuresMax) {

  /// What a service has unless its operator says otherwise.
  public static final PoolOptions DEFAULT =
      new PoolOptions(2, 1, 2_000, Duration.ofMinutes(3), Duration.ofSeconds(2), Integer.MAX_VALUE);

  /// What a command has that runs some programs and ends: it does not wait for an operator.
  public static final PoolOptions SHELL =
      new PoolOptions(1, 0, 500, DEFAULT.startMax, DEFAULT.grace, 3);

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
        workers,
        DEFAULT.spares,
        DEFAULT.runsMax,
        DEFAULT.startMax,
        DEFAULT.grace,
        DEFAULT.failuresMax);
  }
}
