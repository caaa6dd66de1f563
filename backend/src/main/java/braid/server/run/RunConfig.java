package braid.server.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What an operator can set about runs: `braid.run.*`.
@ConfigMapping(prefix = "braid.run")
public interface RunConfig {

  /// How many runs may wait.
  @WithDefault("1000")
  int queueMax();

  /// How long a run is kept; snippets are kept for ever.
  @WithDefault("30d")
  Duration keep();

  /// The longest a run may take on the wall, in milliseconds.
  @WithDefault("30000")
  long wallMillis();

  /// The longest an exploration may take on the wall, in seconds.
  @WithDefault("120")
  int exploreSecondsMax();
}
