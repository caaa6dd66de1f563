package braid.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What an event loop lets go on next.
public enum AsyncioOrder {
  /// First in, first out, as `asyncio` documents it.
  @JsonProperty("strict")
  STRICT,
  /// Whatever is ready: a program that is right with this depends on no order.
  @JsonProperty("portable")
  PORTABLE
}
