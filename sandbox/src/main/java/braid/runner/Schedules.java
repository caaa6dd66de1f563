package braid.runner;

import braid.kernel.sample.Lengths;
import braid.kernel.sample.Way;
import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.ScheduleToken;
import braid.kernel.schedule.Strategy;
import braid.kernel.schedule.UnfitSchedule;
import braid.program.AsyncioOrder;
import braid.program.Atomicity;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import java.util.Optional;

/// Settings as rules and strategies, and schedule tokens as settings. Stateless.
final class Schedules {
  private static final int SLICE_STATEMENTS = 500;

  private Schedules() {}

  /// What a program is run under: its own settings, or those of the schedule it brings.
  ///
  /// @param settings with the token, if any, resolved
  record Plan(Settings settings, Strategy strategy) {}

  /// Throws [UnfitSchedule] when the program's schedule is none, or belongs to another source.
  static Plan plan(Program program) {
    Settings settings = program.settings();
    if (settings.schedule().isEmpty()) {
      return new Plan(settings, strategy(settings));
    }
    ScheduleToken token = ScheduleToken.read(settings.schedule());
    if (token.sourcePrefix() != ScheduleToken.prefixOf(program.sourceHash())) {
      throw new UnfitSchedule("this schedule was made for another source");
    }
    Settings made = made(token, settings.schedule());
    Strategy strategy = token.replay().orElseGet(() -> strategy(made));
    return new Plan(
        made, made.strategy() == StrategyName.MANUAL ? Strategy.told(strategy) : strategy);
  }

  private static Settings made(ScheduleToken token, String text) {
    if (token.strategy() >= StrategyName.values().length
        || token.strategy() < 0
        || token.atomicity() >= Atomicity.values().length
        || token.atomicity() < 0
        || token.asyncio() >= AsyncioOrder.values().length) {
      throw new UnfitSchedule("this schedule names a strategy that is not known here");
    }
    return new Settings(
            StrategyName.values()[token.strategy()],
            token.seed(),
            Atomicity.values()[token.atomicity()],
            token.cores(),
            token.hasGil(),
            text)
        .with(AsyncioOrder.values()[token.asyncio()]);
  }

  private static Strategy strategy(Settings settings) {
    return switch (settings.strategy()) {
      case SIMULATE -> Strategy.simulate();
      case ROUND_ROBIN -> Strategy.roundRobin();
      case RANDOM -> Strategy.random(settings.seed());
      case MANUAL -> Strategy.told(Strategy.keep());
      case PCT, POS, SURW ->
          Way.valueOf(settings.strategy().name())
              .strategy(new Chance(settings.seed(), 1), Lengths.UNKNOWN);
      case DPOR, DFS -> throw new UnfitSchedule("this schedule was too long for its token");
    };
  }

  static Rules rules(Program program, Settings settings) {
    return rules(program, settings, program.limits().stepsRecorded(), true);
  }

  /// The rules of one of many executions, made once more to be told with names.
  static Rules retold(Program program, Settings settings) {
    return rules(program, settings, program.limits().stepsRecorded(), false);
  }

  /// The rules of one of many executions, whose steps nobody sees.
  static Rules unrecorded(Program program, Settings settings) {
    return rules(program, settings, 0, false);
  }

  private static Rules rules(
      Program program, Settings settings, int stepsRecorded, boolean hasTracebacks) {
    return new Rules(
        settings.strategy() == StrategyName.SIMULATE,
        settings.seed(),
        settings.cores(),
        settings.hasGil(),
        settings.asyncio() == AsyncioOrder.PORTABLE,
        SLICE_STATEMENTS,
        stepsRecorded,
        hasTracebacks,
        program.limits().tasks(),
        program.limits().objects());
  }

  /// The token that makes these choices again. Where the seed alone would lead to others, as in one
  /// of many executions or in a replay, they are in it.
  static String token(Program program, Settings settings, ScheduleToken.Recorded choices) {
    boolean isMadeAgain =
        !program.settings().exploring().isAsked()
            && program.settings().schedule().isEmpty()
            && settings.strategy() != StrategyName.MANUAL;
    return new ScheduleToken(
            settings.strategy().ordinal(),
            settings.atomicity().ordinal(),
            settings.asyncio().ordinal(),
            settings.cores(),
            settings.hasGil(),
            settings.seed(),
            ScheduleToken.prefixOf(program.sourceHash()),
            Optional.of(choices))
        .write(isMadeAgain);
  }
}
