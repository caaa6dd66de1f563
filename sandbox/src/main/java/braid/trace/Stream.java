package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where printed text goes.
public enum Stream {
  @JsonProperty("stdout")
  STDOUT,
  @JsonProperty("stderr")
  STDERR
}
