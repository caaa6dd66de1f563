package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How an execution ended.
public enum VerdictType {
  @JsonProperty("passed")
  PASSED,
  @JsonProperty("uncaught")
  UNCAUGHT,
  @JsonProperty("deadlock")
  DEADLOCK,
  @JsonProperty("race")
  RACE,
  @JsonProperty("limit")
  LIMIT,
  @JsonProperty("rejected")
  REJECTED
}
