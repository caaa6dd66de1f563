package braid.server.wire;

import braid.program.AsyncioOrder;
import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Settings;
import braid.program.StrategyName;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.Valid;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Settings on the wire; what is absent in a request is as [Settings#DEFAULT] has it. Immutable.
@Schema(name = "Settings")
@JsonPropertyOrder({
  "strategy",
  "seed",
  "atomicity",
  "asyncio",
  "cores",
  "gil",
  "schedule",
  "explore"
})
public record SettingsBody(
    Optional<StrategyName> strategy,
    Optional<Long> seed,
    Optional<Atomicity> atomicity,
    Optional<AsyncioOrder> asyncio,
    Optional<Integer> cores,
    Optional<Boolean> gil,
    Optional<String> schedule,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<@Valid ExploringBody> explore) {

  /// Nothing said.
  public static final SettingsBody ABSENT =
      new SettingsBody(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// These settings, all said.
  public static SettingsBody of(Settings settings) {
    return new SettingsBody(
        Optional.of(settings.strategy()),
        Optional.of(settings.seed()),
        Optional.of(settings.atomicity()),
        Optional.of(settings.asyncio()),
        Optional.of(settings.cores()),
        Optional.of(settings.hasGil()),
        Optional.of(settings.schedule()),
        ExploringBody.of(settings.exploring()));
  }

  /// With the defaults filled in; a rejection when a value is out of its range.
  public Settings settings() {
    Settings defaults = Settings.DEFAULT;
    return new Settings(
        strategy.orElse(explore.isPresent() ? StrategyName.DPOR : defaults.strategy()),
        seed.orElse(defaults.seed()),
        atomicity.orElse(explore.isPresent() ? Atomicity.LANGUAGE : defaults.atomicity()),
        cores.orElse(defaults.cores()),
        gil.orElse(defaults.hasGil()),
        schedule.orElse(defaults.schedule()),
        explore.map(ExploringBody::exploring).orElse(Exploring.NONE),
        asyncio.orElse(defaults.asyncio()));
  }
}
