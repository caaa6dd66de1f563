package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The limits a run can reach. (Recording too many steps is none: the program goes on.)
public enum LimitType {
  @JsonProperty("wall")
  WALL,
  @JsonProperty("memory")
  MEMORY,
  @JsonProperty("output")
  OUTPUT,
  @JsonProperty("tasks")
  TASKS,
  @JsonProperty("objects")
  OBJECTS,
  @JsonProperty("steps")
  STEPS,
  @JsonProperty("recursion")
  RECURSION
}
