package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What became of an action.
public enum Outcome {
  /// It happened.
  @JsonProperty("done")
  DONE,
  /// It could not happen yet: the task is blocked from here on. No choice of the scheduler.
  @JsonProperty("blocked")
  BLOCKED,
  /// It was tried without waiting and could not happen (`acquire(blocking=False)`).
  @JsonProperty("failed")
  FAILED,
  /// The time it was given ran out.
  @JsonProperty("timeout")
  TIMEOUT,
  /// It was a mistake; the guest's exception follows (release of an unlocked lock).
  @JsonProperty("error")
  ERROR,
  /// Its task was cancelled while it waited for it.
  @JsonProperty("cancelled")
  CANCELLED
}
