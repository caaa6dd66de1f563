package braid.runner;

import braid.detect.Judge;
import braid.explore.Findings;
import braid.explore.RaceCalls;
import braid.kernel.schedule.ScheduleToken;
import braid.program.Program;
import braid.trace.Entry;
import braid.trace.VerdictType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// What an exploration has found, as entries of its trace: at most a few in a second, and at once
/// when it is the first failure. Confined to the thread that explores, and to its host after that.
final class FoundEntries {
  private static final long INTERVAL_NANOS = 300_000_000;
  private static final int OUTCOMES_MAX = 100;
  private static final long ROUGH_FROM = 1_000_000;
  private static final long ROUGH_END = 1_000_000_000_000_000_000L;

  private final Program program;
  private final LongSupplier clock;
  private final Consumer<Entry> sink;
  private final long beginNanos;
  private Optional<Findings> findings = Optional.empty();
  private long toldNanos;
  private boolean hasToldFailure;
  private boolean isStopped;
  private double seconds;
  private Repetition.Retold retold = Repetition.Retold.NOTHING;

  FoundEntries(Program program, LongSupplier clock, Consumer<Entry> sink) {
    this.program = program;
    this.clock = clock;
    this.sink = sink;
    this.beginNanos = clock.getAsLong();
    this.toldNanos = beginNanos;
  }

  /// So far; `isEnd` says that its user ended it.
  void note(Findings sofar, boolean isEnd) {
    findings = Optional.of(sofar);
    isStopped = isEnd;
    seconds = (clock.getAsLong() - beginNanos) / 1e9;
  }

  /// What was noted last, with the program's own names.
  void explain(Repetition.Retold told) {
    retold = told;
  }

  /// Tells what there is, if it is time.
  void tell(boolean hasFailed, Supplier<Findings> sofar) {
    boolean isDue = clock.getAsLong() - toldNanos >= INTERVAL_NANOS;
    if (isDue || (hasFailed && !hasToldFailure)) {
      toldNanos = clock.getAsLong();
      hasToldFailure |= hasFailed;
      note(sofar.get(), false);
      sink.accept(last());
    }
  }

  VerdictType verdict() {
    return findings.map(Findings::verdict).orElse(VerdictType.LIMIT);
  }

  /// All of it.
  Entry.Explored last() {
    return findings
        .map(this::entry)
        .orElse(
            new Entry.Explored(0, 0, false, -1, -1, "", "", List.of(), List.of(), List.of(), 0));
  }

  private Entry.Explored entry(Findings of) {
    return new Entry.Explored(
        of.explored(),
        of.blocked(),
        of.isComplete(),
        of.estimated(),
        of.preemptions(),
        of.failing().map(this::token).orElse(""),
        of.passing().map(this::token).orElse(""),
        endings(of.outcomes()),
        of.races().stream().map(this::race).toList(),
        retold.warnings(),
        seconds > 0 ? of.executions() / seconds : 0);
  }

  private List<Entry.Ending> endings(List<Findings.Outcome> outcomes) {
    return IntStream.range(0, outcomes.size())
        .mapToObj(at -> ending(outcomes.get(at), at))
        .sorted(Comparator.comparingLong(Entry.Ending::count).reversed())
        .limit(OUTCOMES_MAX)
        .toList();
  }

  private Entry.Ending ending(Findings.Outcome outcome, int at) {
    String detail = at < retold.details().size() ? retold.details().get(at) : outcome.detail();
    return new Entry.Ending(
        outcome.output(), outcome.verdict(), detail, outcome.count(), token(outcome.choices()));
  }

  private Entry.Race race(Findings.Race race) {
    Optional<RaceCalls> calls = Optional.ofNullable(retold.calls().get(race));
    return new Entry.Race(race.place(), access(race.first(), calls), access(race.second(), calls));
  }

  private static Entry.Access access(Findings.Side side, Optional<RaceCalls> calls) {
    return new Entry.Access(
        side.task(),
        side.line(),
        side.isWrite(),
        calls.map(asked -> asked.of(side)).orElseGet(List::of));
  }

  private String token(ScheduleToken.Recorded choices) {
    return Schedules.token(program, program.settings(), choices);
  }

  /// The whole in one sentence.
  String sentence() {
    return findings.map(this::sentence).orElse("Nothing was executed.");
  }

  /// An estimate: beyond a million its power of ten says all that is known.
  static String roughly(long count) {
    if (count < ROUGH_FROM) {
      return "%,d".formatted(count);
    }
    if (count >= ROUGH_END) {
      return "10^18+";
    }
    String[] parts = "%.1e".formatted((double) count).split("e\\+");
    return parts[0] + " × 10^" + Integer.parseInt(parts[1]);
  }

  private String sentence(Findings of) {
    String many = count(of.explored(), "execution");
    if (of.verdict() == VerdictType.REJECTED) {
      return of.detail();
    }
    if (of.verdict() == VerdictType.PASSED && of.isComplete()) {
      return of.explored() == 1
          ? "Verified: there is one execution, and it is fine."
          : "Verified: all %,d different executions are fine.%s".formatted(of.explored(), ways(of));
    }
    if (of.failing().isEmpty()) {
      return nothing(of, many) + ended(of);
    }
    long wrong = total(of, outcome -> outcome.verdict() != VerdictType.PASSED);
    String least = of.preemptions() < 0 ? "" : " with " + count(of.preemptions(), "preemption");
    if (isStopped && of.verdict() == VerdictType.LIMIT) {
      return "You stopped it after %s.".formatted(many);
    }
    String share =
        of.verdict() == VerdictType.RACE
            ? "The result depends on a race"
            : "Goes wrong" + least + (wrong > 0 ? in(wrong, many) : "");
    String why = why(of);
    String whole =
        share + ": " + (of.isComplete() ? why : why.replaceFirst("\\.$", "") + ended(of));
    boolean areOthersWorse =
        of.verdict() == VerdictType.DEADLOCK && of.shown() != VerdictType.DEADLOCK;
    return areOthersWorse ? whole.replaceFirst("\\.$", "") + ". Others end in a deadlock." : whole;
  }

  private static String ways(Findings of) {
    int ways = of.outcomes().size();
    return ways > 1 ? " They end in %,d different ways.".formatted(ways) : "";
  }

  private static String nothing(Findings of, String many) {
    if (of.outcomes().isEmpty()) {
      return "No execution came to its end";
    }
    String tried =
        of.estimated() > of.explored()
            ? "%,d of about %s executions".formatted(of.explored(), roughly(of.estimated()))
            : many;
    long cut = total(of, outcome -> outcome.verdict() == VerdictType.LIMIT);
    return "Nothing found in " + tried + (cut > 0 ? cut(cut, of.explored()) : "");
  }

  private static String cut(long cut, long of) {
    if (cut < of) {
      return ", %,d of them cut short".formatted(cut);
    }
    return of == 1 ? ", which was cut short" : ", all of them cut short";
  }

  private static long total(Findings of, Predicate<Findings.Outcome> which) {
    return of.outcomes().stream().filter(which).mapToLong(Findings.Outcome::count).sum();
  }

  private String why(Findings of) {
    String told = retold.failure().orElse(of.detail());
    boolean saysNothing = of.verdict() == VerdictType.RACE && told.equals(Judge.ALL_ENDED);
    return saysNothing && !of.races().isEmpty() ? said(of.races().getFirst()) : told;
  }

  private static String said(Findings.Race race) {
    return "%s %s, and %s %s, in no fixed order."
        .formatted(
            race.first().task(),
            said(race.first(), race.place()),
            race.second().task(),
            said(race.second(), "it"));
  }

  private static String said(Findings.Side side, String place) {
    return "%s %s at line %d".formatted(side.isWrite() ? "writes" : "reads", place, side.line());
  }

  private static String in(long wrong, String many) {
    return " in %,d of %s".formatted(wrong, many);
  }

  private static String count(int of, String what) {
    return "%,d %s%s".formatted(of, what, of == 1 ? "" : "s");
  }

  /// All was tried, as far as it was told to go.
  private String throughBut(Findings of) {
    int bound = program.settings().exploring().bound();
    if (bound < 0) {
      return "; those that go on for longer were not tried.";
    }
    return of.failing().isEmpty()
        ? "; those with more than %s were not tried.".formatted(count(bound, "preemption"))
        : ".";
  }

  private String ended(Findings of) {
    if (isStopped) {
      return "; you stopped it.";
    }
    if (of.isThrough()) {
      return throughBut(of);
    }
    int budget = program.settings().exploring().budget();
    return of.executions() >= budget
        ? "; the budget of %,d is used up. Allow more with a larger budget.".formatted(budget)
        : "; the time of %,d s is used up. Allow more time, or make the program smaller."
            .formatted(program.settings().exploring().seconds());
  }
}
