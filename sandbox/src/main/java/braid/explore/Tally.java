package braid.explore;

import braid.explore.search.Watch;
import braid.kernel.schedule.ScheduleToken;
import braid.trace.VerdictType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Keeps what executions have shown. Confined to the thread that explores.
final class Tally {
  private static final int OUTCOMES_MAX = 1_000;
  private static final int RACES_MAX = 100;

  private final ExploreRules.Atomicity atomicity;

  /// By verdict, the one with the fewest preemptions.
  private final Map<VerdictType, Shown> best = new EnumMap<>(VerdictType.class);

  private final Map<Ending, Findings.Outcome> outcomes = new LinkedHashMap<>();
  private final Map<String, Findings.Race> races = new LinkedHashMap<>();

  /// How an execution ended, as a user sees it.
  private record Ending(VerdictType verdict, String output) {}

  /// An execution to be shown.
  record Shown(Executed executed, int preemptions) {}

  Tally(ExploreRules.Atomicity atomicity) {
    this.atomicity = atomicity;
  }

  void addRaces(Watch watch) {
    for (var race : watch.races()) {
      if (races.size() < RACES_MAX) {
        Findings.Race named =
            new Findings.Race(race.place(), side(race.first(), watch), side(race.second(), watch));
        races.putIfAbsent(
            race.place() + ":" + race.first().line() + ":" + race.second().line(), named);
      }
    }
  }

  private static Findings.Side side(braid.detect.Race.Side side, Watch watch) {
    return new Findings.Side(watch.name(side.task()), side.task(), side.line(), side.isWrite());
  }

  /// Counts an execution; one that `isCounted` belongs to the main phase.
  void add(Executed executed, int preemptions, boolean isCounted) {
    best.merge(
        executed.verdict(),
        new Shown(executed, preemptions),
        (one, other) -> other.preemptions < one.preemptions ? other : one);
    Ending ending = new Ending(executed.verdict(), executed.output());
    Findings.Outcome known = outcomes.get(ending);
    int more = isCounted ? 1 : 0;
    if (known != null) {
      outcomes.put(
          ending,
          new Findings.Outcome(
              known.verdict(), known.output(), known.count() + more, known.choices()));
    } else if (outcomes.size() < OUTCOMES_MAX) {
      outcomes.put(
          ending, new Findings.Outcome(ending.verdict, ending.output, more, executed.choices()));
    }
  }

  /// The main phase begins again.
  void forgetCounts() {
    outcomes.replaceAll(
        (ending, known) -> new Findings.Outcome(ending.verdict, ending.output, 0, known.choices()));
  }

  /// The worst that was seen; a race counts where every one is an error, or where the output
  /// depends on it.
  VerdictType verdict() {
    for (VerdictType verdict :
        List.of(VerdictType.REJECTED, VerdictType.DEADLOCK, VerdictType.UNCAUGHT)) {
      if (best.containsKey(verdict)) {
        return verdict;
      }
    }
    boolean isRace =
        switch (atomicity) {
          case FREE_THREADED -> !races.isEmpty();
          case LANGUAGE -> !races.isEmpty() && outcomes.size() > 1;
          case GIL -> false;
        };
    if (isRace || best.containsKey(VerdictType.RACE)) {
      return VerdictType.RACE;
    }
    return best.containsKey(VerdictType.LIMIT) ? VerdictType.LIMIT : VerdictType.PASSED;
  }

  /// The execution to be shown as failing.
  Optional<Shown> failure() {
    VerdictType verdict = verdict();
    return switch (verdict) {
      case PASSED, LIMIT -> Optional.empty();
      case RACE ->
          Optional.ofNullable(best.get(verdict))
              .or(
                  () ->
                      outcomes.values().stream()
                          .skip(outcomes.size() > 1 ? 1 : 0)
                          .findFirst()
                          .map(this::shown));
      case REJECTED, DEADLOCK, UNCAUGHT -> Optional.of(best.get(verdict));
    };
  }

  private Shown shown(Findings.Outcome outcome) {
    return new Shown(new Executed(outcome.verdict(), "", outcome.output(), outcome.choices()), -1);
  }

  Optional<ScheduleToken.Recorded> passing() {
    return Optional.ofNullable(best.get(VerdictType.PASSED))
        .map(shown -> shown.executed().choices());
  }

  String detail() {
    return failure()
        .map(shown -> shown.executed().detail())
        .filter(detail -> !detail.isEmpty())
        .or(() -> best.values().stream().findFirst().map(shown -> shown.executed().detail()))
        .orElse("");
  }

  List<Findings.Outcome> outcomes() {
    return new ArrayList<>(outcomes.values());
  }

  List<Findings.Race> races() {
    return new ArrayList<>(races.values());
  }
}
