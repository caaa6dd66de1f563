package braid.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What of a Python program is one step.
public enum Atomicity {
  /// Each read and each write of a shared variable is a step.
  @JsonProperty("language")
  LANGUAGE,
  /// A task is preempted only where CPython 3.10 and later hands the GIL over.
  @JsonProperty("gil")
  GIL,
  /// As `language`, and every data race is an error.
  @JsonProperty("free-threaded")
  FREE_THREADED
}
