package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an object is in the user's words: a lock is a lock even if a semaphore is inside.
public enum ObjectType {
  @JsonProperty("lock")
  LOCK,
  @JsonProperty("rlock")
  RLOCK,
  @JsonProperty("condition")
  CONDITION,
  @JsonProperty("semaphore")
  SEMAPHORE,
  @JsonProperty("event")
  EVENT,
  @JsonProperty("barrier")
  BARRIER,
  @JsonProperty("latch")
  LATCH,
  @JsonProperty("queue")
  QUEUE,
  @JsonProperty("future")
  FUTURE,
  @JsonProperty("variable")
  VARIABLE,
  @JsonProperty("loop")
  LOOP
}
