package braid.explore;

import braid.explore.event.Watch;
import braid.kernel.schedule.ScheduleToken;
import braid.trace.VerdictType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps what executions have shown. Confined to the thread that explores.
final class Tally {
  private static final int OUTCOMES_MAX = 1_000;
  private static final int RACES_MAX = 100;

  private final ExploreRules.Atomicity atomicity;

  /// By verdict, the one with the fewest preemptions.
  private final Map<VerdictType, Shown> best = new EnumMap<>(VerdictType.class);

  /// By ending, in the order they were found, likewise.
  private final Map<Ending, Shown> simplest = new LinkedHashMap<>();

  /// Those of them in which the program came to an end by itself.
  private final List<Ending> ends = new ArrayList<>();

  private final Map<Ending, Findings.Outcome> outcomes = new LinkedHashMap<>();
  private final Map<Between, Findings.Race> races = new LinkedHashMap<>();

  private Optional<ScheduleToken.Recorded> passing = Optional.empty();
  private Optional<Shown> livelock = Optional.empty();

  /// How an execution ended, as a user sees it.
  private record Ending(VerdictType verdict, String output) {
    static Ending of(Executed executed) {
      return new Ending(executed.verdict(), executed.output());
    }
  }

  /// The two lines of a race, and what they touch.
  private record Between(String place, int first, int second) {}

  /// An execution to be shown.
  record Shown(Executed executed, int preemptions) {
    Shown simpler(Shown other) {
      return other.preemptions < preemptions ? other : this;
    }
  }

  Tally(ExploreRules.Atomicity atomicity) {
    this.atomicity = atomicity;
  }

  /// Adds the races that an execution has shown; `choices` replay it.
  void addRaces(Watch watch, ScheduleToken.Recorded choices) {
    for (var race : watch.races()) {
      Between lines = new Between(race.place(), race.first().line(), race.second().line());
      if (races.size() < RACES_MAX && !races.containsKey(lines)) {
        races.put(
            lines,
            new Findings.Race(
                race.place(), side(race.first(), watch), side(race.second(), watch), choices));
      }
    }
  }

  private static Findings.Side side(braid.detect.Race.Side side, Watch watch) {
    return new Findings.Side(watch.name(side.task()), side.line(), side.isWrite(), side.at());
  }

  /// Counts an execution; one that `isCounted` belongs to the main phase.
  void add(Executed executed, int preemptions, boolean isCounted) {
    Shown shown = new Shown(executed, preemptions);
    best.merge(executed.verdict(), shown, Shown::simpler);
    Ending ending = Ending.of(executed);
    if (simplest.containsKey(ending)) {
      simplest.merge(ending, shown, Shown::simpler);
    } else if (simplest.size() < OUTCOMES_MAX) {
      simplest.put(ending, shown);
      if (ending.verdict != VerdictType.LIMIT) {
        ends.add(ending);
      }
    }
    Findings.Outcome known = outcomes.get(ending);
    int more = isCounted ? 1 : 0;
    if (known != null) {
      outcomes.put(ending, known.counted(known.count() + more));
    } else if (outcomes.size() < OUTCOMES_MAX) {
      outcomes.put(
          ending,
          new Findings.Outcome(
              ending.verdict, ending.output, executed.detail(), more, executed.choices()));
    }
    if (executed.verdict() == VerdictType.PASSED) {
      compare(executed);
    }
  }

  /// Tasks wait busily for what never comes.
  void addLivelock(Executed executed, int preemptions) {
    Shown shown = new Shown(executed, preemptions);
    livelock = Optional.of(livelock.map(known -> known.simpler(shown)).orElse(shown));
  }

  /// Whether no execution came to its end, and nobody was seen to wait for ever.
  boolean isEmpty() {
    return simplest.isEmpty() && !isLivelock();
  }

  boolean isLivelock() {
    return livelock.isPresent();
  }

  /// Whether an execution went wrong for sure, race or no race.
  boolean hasFailed() {
    return isLivelock()
        || best.containsKey(VerdictType.DEADLOCK)
        || best.containsKey(VerdictType.UNCAUGHT);
  }

  /// The main phase begins again.
  void forgetCounts() {
    outcomes.replaceAll((_, known) -> known.counted(0));
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
          case LANGUAGE -> !races.isEmpty() && ends.size() > 1;
          case GIL -> false;
        };
    if (isRace || best.containsKey(VerdictType.RACE)) {
      return VerdictType.RACE;
    }
    return isLivelock() || best.containsKey(VerdictType.LIMIT)
        ? VerdictType.LIMIT
        : VerdictType.PASSED;
  }

  /// The execution to be shown as failing: of those that deadlock and those with an exception the
  /// one with the fewest preemptions, whichever of the two the verdict is.
  Optional<Shown> failure() {
    VerdictType verdict = verdict();
    return switch (verdict) {
      case PASSED -> Optional.empty();
      case LIMIT -> livelock;
      case RACE ->
          Optional.ofNullable(best.get(verdict))
              .or(this::secondEnding)
              .or(() -> simplest.values().stream().findFirst());
      case REJECTED -> Optional.of(best.get(verdict));
      case DEADLOCK, UNCAUGHT ->
          Stream.of(VerdictType.DEADLOCK, VerdictType.UNCAUGHT)
              .map(best::get)
              .filter(Objects::nonNull)
              .reduce(Shown::simpler);
    };
  }

  /// Of executions that come to an end, one that ends otherwise than the first.
  private Optional<Shown> secondEnding() {
    return ends.size() > 1 ? Optional.of(simplest.get(ends.get(1))) : Optional.empty();
  }

  /// The execution without failure that goes the same way for longest as the failing one.
  Optional<ScheduleToken.Recorded> passing() {
    return passing;
  }

  private void compare(Executed executed) {
    Optional<Shown> failure = failure();
    if (failure.isPresent() && Ending.of(failure.get().executed()).equals(Ending.of(executed))) {
      return;
    }
    boolean isNearer =
        passing.isEmpty()
            || failure.isEmpty()
            || failure.get().executed().choices().common(executed.choices())
                > failure.get().executed().choices().common(passing.get());
    if (isNearer) {
      passing = Optional.of(executed.choices());
    }
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
