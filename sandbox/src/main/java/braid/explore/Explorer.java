package braid.explore;

import braid.explore.event.Known;
import braid.explore.search.Bounded;
import braid.explore.search.Course;
import braid.explore.search.Dfs;
import braid.explore.search.Dpor;
import braid.explore.search.Sampling;
import braid.explore.search.Search;
import braid.kernel.sample.Way;
import braid.trace.VerdictType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Looks for the schedule that breaks a program, or shows that there is none: one execution of each
/// kind. Where there are many, those with few preemptions come early, and where one fails, they are
/// looked through for one that fails likewise, so that the failure shown is a simple one (Musuvathi
/// and Qadeer, "Iterative Context Bounding", PLDI 2007).
///
/// Confined to the thread that explores, except [#stop].
public final class Explorer {
  /// Early on, schedules with up to so many preemptions are tried.
  private static final int SIMPLE_PREEMPTIONS = 2;

  /// A few of them after as many others; later, when there is much to go through, this share of the
  /// budget.
  private static final int SIMPLE_FIRST = 200;

  private static final int SIMPLE_SHARE = 4;

  /// So many executions tell that there is much to go through.
  private static final int REDUCED_FIRST = 5_000;

  /// Where there is more than the budget allows, each of these draws this share of it.
  private static final List<Way> PORTFOLIO = List.of(Way.SURW, Way.POS, Way.PCT);

  private static final int SAMPLED_SHARE = 12;

  /// So many are drawn to tell how much there is to go through: soon, and when it is much.
  private static final int PROBES_FIRST = 200;

  private static final int PROBES = 300;

  private final Executions program;
  private final ExploreRules rules;
  private final Progress progress;
  private final AtomicBoolean isStopped = new AtomicBoolean();
  private final Known known = new Known();
  private final Tally tally;

  /// The main phase, and how many places were contended when it began.
  private Optional<Search> main = Optional.empty();

  private int mainContended;
  private long beginNanos;
  private int executions;
  private int explored;
  private int blocked;
  private long estimated = -1;

  /// What drawn executions say about how many there are, and when they were begun.
  private Optional<Search> probing = Optional.empty();

  private int probingContended;
  private long probed = -1;

  private boolean isComplete;
  private boolean isThrough;

  /// @param progress hears after every execution
  public Explorer(Executions program, ExploreRules rules, Progress progress) {
    this.program = program;
    this.rules = rules;
    this.progress = progress;
    this.tally = new Tally(rules.atomicity());
  }

  /// Ends the exploration after the execution at hand. Thread-safe.
  public void stop() {
    isStopped.set(true);
  }

  /// Explores until all is known, the budget or the time is used up, or it is stopped.
  public Findings explore() {
    beginNanos = rules.clockNanos().getAsLong();
    switch (rules.algorithm()) {
      case DPOR -> reduce();
      case DFS -> goThrough(Integer.MAX_VALUE);
      case RANDOM, PCT, POS, SURW -> {
        sample(Way.valueOf(rules.algorithm().name()), rules.budget(), true);
        simplify();
      }
    }
    return findings();
  }

  private void reduce() {
    if (rules.preemptionsMax() >= 0) {
      isThrough = bound(rules.preemptionsMax(), rules.budget(), VerdictType.PASSED);
      return;
    }
    goThrough(SIMPLE_FIRST);
    if (!isComplete && !program.areCostly()) {
      bound(SIMPLE_PREEMPTIONS, SIMPLE_FIRST, VerdictType.PASSED);
      probe(PROBES_FIRST);
    }
    goThrough(REDUCED_FIRST);
    if (!isComplete && !program.areCostly()) {
      probe(PROBES);
    }
    if (!isComplete && tally.failure().isEmpty()) {
      bound(SIMPLE_PREEMPTIONS, rules.budget() / SIMPLE_SHARE, VerdictType.PASSED);
    }
    if (!isComplete && tally.failure().isEmpty() && estimated() > rules.budget()) {
      PORTFOLIO.forEach(way -> sample(way, rules.budget() / SAMPLED_SHARE, false));
    }
    goThrough(Integer.MAX_VALUE);
    simplify();
  }

  /// Looks for a like failure with fewer preemptions.
  private void simplify() {
    Optional<Tally.Shown> failure = tally.failure();
    if (failure.isPresent() && failure.get().preemptions() > 0) {
      bound(
          failure.get().preemptions() - 1,
          Math.max(SIMPLE_FIRST, rules.budget()),
          failure.get().executed().verdict());
    }
  }

  private static boolean isWrong(VerdictType verdict) {
    return verdict == VerdictType.DEADLOCK || verdict == VerdictType.UNCAUGHT;
  }

  /// Tries all schedules with 0, 1, 2 … up to `most` preemptions, until one fails as `wanted`
  /// (passed: in any way; a deadlock and an exception are alike), or so many executions were made.
  /// Whether it ended by itself.
  private boolean bound(int most, int executionsMax, VerdictType wanted) {
    long end = (long) executions + executionsMax;
    int preemptions = 0;
    while (preemptions <= most) {
      int before = known.contended();
      if (rules.preemptionsMax() >= 0) {
        explored = 0;
        blocked = 0;
        tally.forgetCounts();
      }
      Bounded search = new Bounded(known, rules.stepsMax(), preemptions);
      while (search.hasNext() && known.contended() == before) {
        if (!goesOn() || executions >= end) {
          return false;
        }
        VerdictType verdict = make(search, rules.preemptionsMax() >= 0);
        boolean isFailure =
            isWrong(verdict) || (verdict == VerdictType.LIMIT && tally.isLivelock());
        boolean isWanted =
            wanted == VerdictType.PASSED
                || wanted == verdict
                || (isWrong(wanted) && isWrong(verdict));
        if (isFailure && isWanted) {
          return true;
        }
      }
      preemptions = known.contended() == before ? preemptions + 1 : 0;
    }
    return true;
  }

  /// Goes through the kinds of executions, so many at most now; from the beginning where a place
  /// was found to be contended since.
  private void goThrough(int executionsMax) {
    long end = (long) executions + executionsMax;
    while (!isComplete && goesOn() && executions < end && explored + blocked < rules.budget()) {
      if (main.isEmpty() || known.contended() != mainContended) {
        begin();
      } else if (isThrough) {
        return;
      }
      Search search = main.get();
      make(search, true);
      estimated = search.estimate(explored);
      if (!search.hasNext() && known.contended() == mainContended) {
        isComplete = search.isExhaustive();
        isThrough = true;
        return;
      }
    }
  }

  private void begin() {
    boolean isReducing = rules.algorithm() == Algorithm.DPOR;
    main =
        Optional.of(
            isReducing ? new Dpor(known, rules.stepsMax()) : new Dfs(known, rules.stepsMax()));
    mainContended = known.contended();
    isThrough = false;
    explored = 0;
    blocked = 0;
    tally.forgetCounts();
  }

  private void sample(Way way, int count, boolean isCounted) {
    Search search = new Sampling(known, rules.stepsMax(), way, rules.seed());
    for (int i = 0; i < count && goesOn(); i++) {
      make(search, isCounted);
    }
  }

  /// The part of the tree that is known says too little while most branches are still to be found.
  private void probe(int count) {
    if (probing.isEmpty() || known.contended() != probingContended) {
      probing = Optional.of(new Probing(known, rules.stepsMax(), ~rules.seed()));
      probingContended = known.contended();
    }
    Search search = probing.get();
    for (int i = 0; i < count && goesOn(); i++) {
      make(search, false);
    }
    probed = search.estimate(explored);
  }

  private long estimated() {
    return estimated < 0 ? estimated : Math.max(estimated, probed);
  }

  private boolean goesOn() {
    return executions < rules.budget() * 3L
        && !isStopped.get()
        && rules.clockNanos().getAsLong() - beginNanos < rules.timeNanos();
  }

  /// Makes one execution; gives its verdict, or passed when it repeats another.
  private VerdictType make(Search search, boolean isCounted) {
    Course course = search.next();
    Executed executed = program.execute(course, course.watch());
    executions++;
    if (isStopped.get()) {
      // It was cut off from outside: what it showed is not the program's.
      return VerdictType.PASSED;
    }
    course.watch().hasGrown();
    tally.addRaces(course.watch(), executed.choices());
    if (course.livelock().isPresent()) {
      executed =
          new Executed(
              VerdictType.LIMIT, course.livelock().get(), executed.output(), executed.choices());
      tally.addLivelock(executed, course.preemptions());
    }
    if (!search.isNew(course)) {
      blocked += isCounted ? 1 : 0;
      if (!course.hasLookedAgain() || executed.verdict() == VerdictType.LIMIT) {
        return VerdictType.PASSED;
      }
      // It is no kind of its own, but may need fewer preemptions than the one that is.
      tally.add(executed, course.preemptions(), false);
      return executed.verdict();
    }
    explored += isCounted ? 1 : 0;
    // Until the main phase has made some, what comes before it is all there is to count.
    tally.add(executed, course.preemptions(), isCounted || explored == 0);
    progress.told(tally.hasFailed(), this::findings);
    return executed.verdict();
  }

  /// Of executions none of which came to its end nobody can say that they are fine.
  private VerdictType verdict() {
    return tally.isEmpty() ? VerdictType.LIMIT : tally.verdict();
  }

  private Findings findings() {
    Optional<Tally.Shown> failure = tally.failure();
    return new Findings(
        verdict(),
        tally.detail(),
        // What was made before the main phase counts until that has made some.
        explored > 0 || tally.isEmpty() ? explored : executions,
        blocked,
        executions,
        isComplete,
        isThrough,
        isComplete ? explored : estimated(),
        failure.map(shown -> shown.executed().verdict()).orElse(verdict()),
        failure.map(Tally.Shown::preemptions).orElse(-1),
        failure.map(shown -> shown.executed().choices()),
        tally.passing(),
        tally.outcomes(),
        tally.races());
  }
}
