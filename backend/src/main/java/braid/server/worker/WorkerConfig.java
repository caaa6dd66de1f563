package braid.server.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/// What an operator can set about workers: `braid.*`.
@ConfigMapping(prefix = "braid")
public interface WorkerConfig {

  /// `bubblewrap`, or `none` to run programs without walls.
  @WithDefault("bubblewrap")
  String isolation();

  /// The worker itself: `braid.worker.*`.
  Worker worker();

  /// Workers that explore: `braid.exploring.*`.
  Exploring exploring();

  /// `braid.exploring.*`.
  interface Exploring {

    /// Explorations at once.
    @WithDefault("1")
    int count();

    /// Explorations a worker serves before it is replaced.
    @WithName("runs-max")
    @WithDefault("50")
    int runsMax();

    /// Explorations of its own by which a worker gets warm while nobody wants anything.
    @WithName("idle-rounds")
    @WithDefault("6")
    int idleRounds();
  }

  /// `braid.worker.*`.
  interface Worker {

    /// The build's output with the worker in it; found beside the service when not said.
    Optional<String> home();

    /// The JDK the workers run on; that of the service when not said.
    @WithName("java-home")
    Optional<String> javaHome();

    /// Runs at once.
    @WithDefault("2")
    int count();

    /// Workers kept ready beside those.
    @WithDefault("1")
    int spares();

    /// Runs a worker serves before it is replaced.
    @WithName("runs-max")
    @WithDefault("2000")
    int runsMax();

    /// Programs of its own by which a worker gets warm while nobody wants anything.
    @WithName("idle-rounds")
    @WithDefault("20")
    int idleRounds();
  }
}
