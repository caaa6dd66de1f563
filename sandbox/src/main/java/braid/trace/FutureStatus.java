package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where a future stands (Python documentation, `concurrent.futures.Future`).
public enum FutureStatus {
  @JsonProperty("pending")
  PENDING,
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("done")
  DONE,
  @JsonProperty("failed")
  FAILED,
  @JsonProperty("cancelled")
  CANCELLED
}
