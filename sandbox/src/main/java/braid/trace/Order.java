package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/// In which order items leave a queue.
public enum Order {
  @JsonProperty("fifo")
  FIFO,
  @JsonProperty("lifo")
  LIFO,
  @JsonProperty("priority")
  PRIORITY
}
