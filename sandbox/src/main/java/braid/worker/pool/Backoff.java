package braid.worker.pool;

import java.util.Optional;

/// Workers that did not start, one after another, and how long to wait before the next. Confined to
/// the pool's lock.
final class Backoff {
  private static final long MILLIS = 250;
  private static final int DOUBLINGS_MAX = 7;

  private int failuresInARow;
  private Optional<String> trouble = Optional.empty();
  private boolean isWaiting;

  /// Notes a failure; so many milliseconds later [#waited] is to be called.
  long failed(String why) {
    trouble = Optional.of(why);
    isWaiting = true;
    return MILLIS << Math.min(failuresInARow++, DOUBLINGS_MAX);
  }

  void waited() {
    isWaiting = false;
  }

  /// A worker has started.
  void end() {
    failuresInARow = 0;
    trouble = Optional.empty();
  }

  boolean isWaiting() {
    return isWaiting;
  }

  int failuresInARow() {
    return failuresInARow;
  }

  /// The last failure, if none has started since.
  Optional<String> trouble() {
    return trouble;
  }
}
