package braid.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The languages programs are written in.
public enum Language {
  @JsonProperty("python")
  PYTHON
}
