package braid.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What picks the next task.
public enum StrategyName {
  /// Plays a small machine with cores and a GIL.
  @JsonProperty("simulate")
  SIMULATE,
  /// Each task one step in turn.
  @JsonProperty("roundrobin")
  ROUND_ROBIN,
  /// Any enabled task, each as likely.
  @JsonProperty("random")
  RANDOM
}
