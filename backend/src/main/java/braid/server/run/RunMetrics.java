package braid.server.run;

import braid.program.Program;
import braid.server.wire.SettingsBody;
import braid.worker.pool.RunEnd;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;

/// What an operator can see of runs in figures. Thread-safe.
@ApplicationScoped
public class RunMetrics {
  private final MeterRegistry registry;
  private final Timer firstStep;
  private final Timer wall;
  private final Timer explorationWall;

  RunMetrics(MeterRegistry registry) {
    this.registry = registry;
    firstStep =
        Timer.builder("braid.run.first.step")
            .description("from a run being asked for to its first step")
            .publishPercentiles(0.5, 0.95)
            .register(registry);
    wall =
        Timer.builder("braid.run.wall")
            .description("real time a run took on its worker")
            .publishPercentiles(0.5, 0.95)
            .register(registry);
    explorationWall =
        Timer.builder("braid.exploration.wall")
            .description("real time an exploration took on its worker")
            .publishPercentiles(0.5, 0.95)
            .register(registry);
  }

  void watchQueue(IntSupplier length) {
    Gauge.builder("braid.queue.length", length::getAsInt)
        .description("runs that wait for a worker")
        .register(registry);
  }

  void firstStep(Duration after) {
    firstStep.record(after);
  }

  /// Explorations are counted apart: they go on for as long as they were given, and would hide how
  /// long a run takes.
  void ended(Program program, RunEnd end) {
    boolean isExploration = SettingsBody.of(program.settings()).explore().isPresent();
    (isExploration ? explorationWall : wall).record(Duration.ofMillis(end.wallMillis()));
    String verdict = end.verdict().verdict().name().toLowerCase(Locale.ROOT);
    String what = isExploration ? "braid.explorations" : "braid.runs";
    registry.counter(what, "verdict", verdict).increment();
  }
}
