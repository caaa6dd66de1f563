package braid.server.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Where in its life a run is.
public enum RunState {
  @JsonProperty("queued")
  QUEUED,
  @JsonProperty("running")
  RUNNING,
  @JsonProperty("finished")
  FINISHED,
  /// The service ended during it.
  @JsonProperty("interrupted")
  INTERRUPTED;

  /// As the database has it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state the database means by this word.
  public static RunState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
