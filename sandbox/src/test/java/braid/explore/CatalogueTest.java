package braid.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.schedule.Observer;
import braid.trace.VerdictType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The classics, each with the number of its kinds of executions, how many of them fail, and with
/// how few preemptions.
class CatalogueTest {
  private static final int BUDGET = 60_000;

  /// A row of the catalogue. `preemptions` is -1 where nothing fails.
  record Row(String name, Consumer<Playlet> play, int explored, int failing, int preemptions) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> rows() {
    return Stream.of(bugs(), families(), twins()).flatMap(List::stream).toList();
  }

  private static List<Row> bugs() {
    return List.of(
        new Row("lost update", play -> Memories.lostUpdate(play, 2, 1), 4, 2, 1),
        new Row("overdraft", Memories::overdraft, 6, 2, 1),
        new Row("two locks", Meetings::twoLocks, 3, 1, 1),
        new Row("lost wakeup", Meetings::lostWakeup, 3, 1, 1),
        new Row("notify before wait", Meetings::notifyBeforeWait, 2, 1, 0),
        new Row("buffer with if", play -> Meetings.buffer(play, false, true), 40, 12, 0),
        new Row("buffer with notify", play -> Meetings.buffer(play, true, false), 30, 2, 0),
        new Row("flag mutex", Mutexes::flag, 18, 4, 2),
        new Row("turn before flag", Mutexes::petersonTurnFirstOnce, 18, 4, 2),
        new Row("published too early", Memories::publishedTooEarly, 6, 2, 1),
        new Row("home-made barrier", Meetings::homeMadeBarrier, 4, 2, 1),
        new Row("semaphores", Meetings::semaphoresInTheWrongOrder, 2, 1, 0),
        new Row("wrong lock", Memories::wrongLock, 18, 12, 1),
        new Row("bluetooth", Memories::bluetooth, 7, 1, 1),
        new Row("two stages", Memories::twoStage, 3, 1, 1),
        new Row("string buffer", Memories::stringBuffer, 3, 1, 1));
  }

  private static List<Row> families() {
    return List.of(
        new Row("lost update of 3", play -> Memories.lostUpdate(play, 3, 1), 36, 30, 1),
        new Row("lost update of 4", play -> Memories.lostUpdate(play, 4, 1), 576, 552, 1),
        new Row("2 × 3 increments", play -> Memories.lostUpdate(play, 2, 3), 328, 308, 1),
        new Row("result 2 of 6", Memories::resultTwo, 328, 2, 4),
        new Row("dining 3", play -> Meetings.dining(play, 3, false), 7, 1, 1),
        new Row("dining 4", play -> Meetings.dining(play, 4, false), 15, 1, 1),
        new Row("dining 5", play -> Meetings.dining(play, 5, false), 31, 1, 1),
        new Row("reorder 3", play -> Memories.reorder(play, 2, 1), 52, 8, 1),
        new Row("reorder 4", play -> Memories.reorder(play, 3, 1), 1_089, 57, 1),
        new Row("reorder 5", play -> Memories.reorder(play, 4, 1), 34_696, 424, 1));
  }

  private static List<Row> twins() {
    return List.of(
        new Row("locked 2", play -> Memories.lockedCounter(play, 2), 2, 0, -1),
        new Row("locked 3", play -> Memories.lockedCounter(play, 3), 6, 0, -1),
        new Row("locked 4", play -> Memories.lockedCounter(play, 4), 24, 0, -1),
        new Row("locked 5", play -> Memories.lockedCounter(play, 5), 120, 0, -1),
        new Row("ordered dining 3", play -> Meetings.dining(play, 3, true), 6, 0, -1),
        new Row("ordered dining 4", play -> Meetings.dining(play, 4, true), 14, 0, -1),
        new Row("repaired wakeup", Meetings::repairedWakeup, 2, 0, -1),
        new Row("buffer with while", play -> Meetings.buffer(play, true, true), 40, 0, -1),
        new Row("buffer with while, 2 × 1", Meetings::bufferOfTwoProducers, 80, 0, -1),
        new Row("1 writer, 1 reader", play -> Memories.writerAndReaders(play, 1), 2, 0, -1),
        new Row("1 writer, 4 readers", play -> Memories.writerAndReaders(play, 4), 16, 0, -1),
        new Row("1 writer, 8 readers", play -> Memories.writerAndReaders(play, 8), 256, 0, -1),
        new Row("store buffering", Memories::storeBuffering, 3, 0, -1),
        new Row("message passing", Memories::messagePassing, 3, 0, -1));
  }

  private static Findings explore(Consumer<Playlet> play, ExploreRules rules) {
    return new Explorer(new Stage(play), rules, Progress.NONE).explore();
  }

  private static int failing(Findings findings) {
    return findings.outcomes().stream()
        .filter(outcome -> outcome.verdict() != VerdictType.PASSED)
        .mapToInt(Findings.Outcome::count)
        .sum();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void each_kind_of_execution_is_made_exactly_once(Row row) {
    Findings found = explore(row.play, ExploreRules.exhaustive(BUDGET));
    assertTrue(found.isComplete());
    assertEquals(row.explored, found.explored());
    assertEquals(row.failing, failing(found));
    assertEquals(row.preemptions, found.preemptions());
    assertEquals(0, found.blocked(), "redundant executions");
    assertEquals(row.failing > 0, found.failing().isPresent());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_failure_shown_is_replayed_with_and_without_an_observer(Row row) {
    Findings found = explore(row.play, ExploreRules.exhaustive(2_000));
    Stage stage = new Stage(row.play);
    for (Findings.Outcome outcome : found.outcomes()) {
      Executed again = stage.execute(outcome.choices().strategy(), Observer.NONE);
      assertEquals(outcome.verdict(), again.verdict());
      assertEquals(outcome.output(), again.output());
    }
    found
        .failing()
        .ifPresent(
            choices ->
                assertEquals(
                    found.verdict(), stage.execute(choices.strategy(), Observer.NONE).verdict()));
  }

  static List<Row> busy() {
    return List.of(
        new Row("flag mutex", Mutexes::awaitedFlag, 16, 4, 2),
        new Row("turn before flag", Mutexes::petersonTurnFirst, 14, 4, 2),
        new Row("Peterson", Mutexes::peterson, 4, 0, -1));
  }

  /// Looking in vain is no kind of its own: what shows only that is counted apart.
  @ParameterizedTest
  @MethodSource("busy")
  void busy_waiting_counts_as_waiting(Row row) {
    Findings found = explore(row.play, ExploreRules.exhaustive(BUDGET));
    assertTrue(found.isComplete());
    assertEquals(row.explored, found.explored());
    assertEquals(row.failing, failing(found));
    assertEquals(row.preemptions, found.preemptions());
    assertTrue(found.blocked() > 0);
  }

  @Test
  void waiting_busily_for_each_other_is_told_as_that() {
    Findings found = explore(Mutexes::politeFlags, ExploreRules.exhaustive(BUDGET));
    assertEquals(VerdictType.LIMIT, found.verdict());
    assertTrue(found.isComplete());
    assertEquals(1, found.preemptions());
    assertEquals(
        "Busy waiting without end, whoever goes next: t1 looks at flag 1 at line 21; "
            + "t2 looks at flag 0 at line 11.",
        found.detail());
  }

  @Test
  void all_schedules_show_the_same_outcomes_and_as_many_kinds() {
    List<Consumer<Playlet>> small =
        List.of(
            Meetings::twoLocksApart,
            Memories::storeBuffering,
            Memories::messagePassing,
            play -> Memories.lostUpdate(play, 2, 1),
            Meetings::semaphoresInTheWrongOrder,
            Meetings::notifyBeforeWait,
            play -> Memories.writerAndReaders(play, 1));
    for (Consumer<Playlet> play : small) {
      Findings reduced = explore(play, ExploreRules.exhaustive(BUDGET));
      Yardstick all = Yardstick.of(play);
      assertEquals(all.kinds(), reduced.explored());
      assertEquals(all.outcomes(), outcomes(reduced));
    }
  }

  enum Kind {
    USUAL,
    TIMED,
    BUSY,
    FAILING,
    LEAVING,
    KILLING;

    Consumer<Playlet> playlet(long seed) {
      return switch (this) {
        case USUAL -> RandomPlaylets.of(seed, 2, 2);
        case TIMED -> RandomPlaylets.timed(seed, 2, 2);
        case BUSY -> RandomPlaylets.busy(seed, 2, 2);
        case FAILING -> RandomPlaylets.failing(seed, 2, 3);
        case LEAVING -> RandomPlaylets.leaving(seed, 2, 3);
        case KILLING -> RandomPlaylets.killing(seed, 2 + (int) seed % 2, 3 - (int) seed % 2);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void random_playlets_show_what_all_their_schedules_show(Kind kind) {
    int kinds = 0;
    for (long seed = 0; seed < 90; seed++) {
      Consumer<Playlet> play = kind.playlet(seed);
      Findings reduced = explore(play, ExploreRules.exhaustive(BUDGET));
      assertTrue(reduced.isComplete());
      Optional<Yardstick> every = Yardstick.tryOf(play);
      if (every.isEmpty() && kind == Kind.KILLING) {
        continue; // three tasks may have too many schedules
      }
      Yardstick all = every.orElseThrow();
      if (all.outcomes().contains("LIMIT")) {
        assertNotEquals(VerdictType.PASSED, reduced.verdict(), "seed " + seed);
      }
      // What is killed may have done something first that nobody could notice: no kind of its own.
      if (all.kinds() > 0 && kind != Kind.KILLING) {
        assertEquals(all.kinds(), reduced.explored(), "seed " + seed);
      }
      assertEquals(passed(all.outcomes()), passed(outcomes(reduced)), "seed " + seed);
      if (all.preemptions() < Yardstick.NEVER) {
        // To go on where one has just been started is free, which all schedules do not know.
        assertTrue(reduced.preemptions() <= all.preemptions(), "seed " + seed);
        assertTrue(
            kind == Kind.KILLING || reduced.preemptions() == all.preemptions(), "seed " + seed);
      }
      kinds += all.kinds();
    }
    assertTrue(kinds > (kind == Kind.BUSY ? 60 : 100), "enough to mean something: " + kinds);
  }

  @Test
  void accesses_that_are_no_points_of_their_own_show_what_all_schedules_show() {
    for (long seed = 0; seed < 60; seed++) {
      Consumer<Playlet> random = RandomPlaylets.of(seed, 2, 3);
      Consumer<Playlet> play =
          stage -> {
            stage.kernel().memory().joinAccesses();
            random.accept(stage);
          };
      Findings reduced = explore(play, ExploreRules.exhaustive(BUDGET));
      assertTrue(reduced.isComplete());
      assertEquals(
          passed(Yardstick.of(play).outcomes()), passed(outcomes(reduced)), "seed " + seed);
    }
  }

  /// What comes after a failure is not gone through, and busy waiting without end has no outcome.
  private static Set<String> passed(Set<String> outcomes) {
    return outcomes.stream()
        .filter(outcome -> !outcome.startsWith("UNCAUGHT") && !outcome.equals("LIMIT"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> outcomes(Findings findings) {
    return findings.outcomes().stream()
        .map(outcome -> outcome.verdict() + outcome.output())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
