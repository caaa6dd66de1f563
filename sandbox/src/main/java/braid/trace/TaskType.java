package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What kind of flow of control a task is.
public enum TaskType {
  @JsonProperty("process")
  PROCESS,
  @JsonProperty("thread")
  THREAD,
  @JsonProperty("coroutine")
  COROUTINE,
  @JsonProperty("generator")
  GENERATOR
}
