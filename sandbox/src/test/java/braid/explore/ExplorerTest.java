package braid.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.explore.Playlet.Variable;
import braid.trace.VerdictType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExplorerTest {
  private static final Stage LARGE = new Stage(play -> Memories.lostUpdate(play, 4, 4));
  private static final Stage SAFE = new Stage(play -> Memories.writerAndReaders(play, 30));

  @Test
  void a_budget_is_kept_and_the_rest_is_estimated() {
    Findings found = new Explorer(SAFE, ExploreRules.exhaustive(400), Progress.NONE).explore();
    assertEquals(VerdictType.PASSED, found.verdict());
    assertEquals(400, found.explored());
    assertTrue(found.executions() <= 1_200, found.executions() + " executions");
    assertFalse(found.isComplete());
    assertTrue(found.estimated() > 400, found.estimated() + " estimated");
  }

  @Test
  void an_estimate_early_on_is_of_the_right_size() {
    for (int tasks : new int[] {6, 7, 8}) {
      long all = LongStream.rangeClosed(1, tasks).reduce(1, (one, other) -> one * other);
      Stage stage = new Stage(play -> Memories.lockedCounter(play, tasks));
      Findings found = new Explorer(stage, ExploreRules.exhaustive(300), Progress.NONE).explore();
      assertFalse(found.isComplete());
      assertTrue(
          found.estimated() > all / 4 && found.estimated() < all * 4,
          "%,d estimated of %,d".formatted(found.estimated(), all));
    }
  }

  @Test
  void what_is_too_large_still_shows_its_simplest_failure() {
    Findings found = new Explorer(LARGE, ExploreRules.exhaustive(500), Progress.NONE).explore();
    assertEquals(VerdictType.UNCAUGHT, found.verdict());
    assertEquals(1, found.preemptions());
    assertFalse(found.isComplete());
  }

  @Test
  void it_stops_when_told_and_tells_how_far_it_is() {
    AtomicReference<Explorer> explorer = new AtomicReference<>();
    List<Findings> told = new ArrayList<>();
    explorer.set(
        new Explorer(
            SAFE,
            ExploreRules.exhaustive(100_000),
            (_, found) -> {
              told.add(found.get());
              explorer.get().stop();
            }));
    Findings found = explorer.get().explore();
    assertEquals(1, told.size());
    assertEquals(told.getFirst().executions(), found.executions());
    assertFalse(found.isComplete());
  }

  @Test
  void it_ends_when_its_time_is_up() {
    AtomicLong clock = new AtomicLong();
    ExploreRules rules = ExploreRules.exhaustive(100_000);
    ExploreRules timed =
        new ExploreRules(
            rules.algorithm(),
            rules.atomicity(),
            rules.budget(),
            -1,
            rules.stepsMax(),
            0,
            clock::incrementAndGet,
            50);
    Findings found = new Explorer(SAFE, timed, Progress.NONE).explore();
    assertTrue(found.executions() < 50, found.executions() + " executions");
  }

  @Test
  void a_bound_keeps_to_schedules_with_so_few_preemptions() {
    ExploreRules rules = ExploreRules.exhaustive(5_000);
    Stage stage = new Stage(Memories::resultTwo);
    for (int bound = 0; bound <= 4; bound++) {
      ExploreRules bounded =
          new ExploreRules(
              Algorithm.DPOR,
              rules.atomicity(),
              rules.budget(),
              bound,
              rules.stepsMax(),
              0,
              () -> 0,
              1);
      Findings found = new Explorer(stage, bounded, Progress.NONE).explore();
      assertEquals(bound < 4 ? VerdictType.PASSED : VerdictType.UNCAUGHT, found.verdict());
      assertFalse(found.isComplete());
    }
  }

  @Test
  void beside_a_result_that_depends_on_a_race_stands_another() {
    Stage stage =
        new Stage(
            play -> {
              Variable x = play.variable("x", 0);
              Runnable add = () -> x.set(x.get() + 1);
              play.together(add, add);
              play.print(Integer.toString(x.get()));
            });
    Findings found = new Explorer(stage, ExploreRules.exhaustive(100), Progress.NONE).explore();
    assertEquals(VerdictType.RACE, found.verdict());
    assertNotEquals(found.failing().orElseThrow(), found.passing().orElseThrow());
  }

  @Test
  void the_passing_execution_shown_goes_the_same_way_for_long() {
    Stage stage = new Stage(play -> Meetings.dining(play, 4, false));
    Findings found = new Explorer(stage, ExploreRules.exhaustive(5_000), Progress.NONE).explore();
    assertTrue(found.passing().orElseThrow().common(found.failing().orElseThrow()) > 4);
  }

  @Test
  void exploring_twice_finds_the_same() {
    Findings one = new Explorer(LARGE, ExploreRules.exhaustive(300), Progress.NONE).explore();
    Findings two = new Explorer(LARGE, ExploreRules.exhaustive(300), Progress.NONE).explore();
    assertEquals(one.executions(), two.executions());
    assertEquals(one.outcomes().size(), two.outcomes().size());
    assertEquals(one.races(), two.races());
  }
}
