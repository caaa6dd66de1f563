package braid.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.sample.Way;
import braid.kernel.schedule.Observer;
import braid.trace.VerdictType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplingTest {
  private static ExploreRules rules(Algorithm algorithm) {
    return ExploreRules.exhaustive(400).with(algorithm);
  }

  @ParameterizedTest
  @EnumSource(names = {"RANDOM", "PCT", "POS", "SURW"})
  void a_lost_update_is_found_and_nothing_is_claimed_complete(Algorithm algorithm) {
    Stage stage = new Stage(play -> Memories.lostUpdate(play, 2, 2));
    Findings found = new Explorer(stage, rules(algorithm), Progress.NONE).explore();
    assertEquals(VerdictType.UNCAUGHT, found.verdict());
    assertEquals(400, found.explored());
    assertFalse(found.isComplete());
    Executed again = stage.execute(found.failing().orElseThrow().strategy(), Observer.NONE);
    assertEquals(VerdictType.UNCAUGHT, again.verdict());
  }

  @ParameterizedTest
  @EnumSource(names = {"RANDOM", "PCT", "POS", "SURW"})
  void the_same_seed_draws_the_same(Algorithm algorithm) {
    Stage stage = new Stage(play -> Memories.reorder(play, 2, 1));
    Findings one = new Explorer(stage, rules(algorithm), Progress.NONE).explore();
    Findings two = new Explorer(stage, rules(algorithm), Progress.NONE).explore();
    assertEquals(
        one.outcomes().stream().map(Findings.Outcome::count).toList(),
        two.outcomes().stream().map(Findings.Outcome::count).toList());
  }

  @ParameterizedTest
  @EnumSource(names = {"PCT", "POS", "SURW"})
  void a_reordering_is_found_within_some_hundred_schedules(Algorithm algorithm) {
    Stage stage = new Stage(play -> Memories.reorder(play, 2, 1));
    Findings found = new Explorer(stage, rules(algorithm), Progress.NONE).explore();
    assertEquals(VerdictType.UNCAUGHT, found.verdict());
  }

  @ParameterizedTest
  @EnumSource(names = {"RANDOM", "PCT", "POS", "SURW"})
  void a_correct_program_has_no_failure(Algorithm algorithm) {
    Stage stage = new Stage(play -> Meetings.buffer(play, true, true));
    Findings found = new Explorer(stage, rules(algorithm), Progress.NONE).explore();
    assertEquals(VerdictType.PASSED, found.verdict());
    assertTrue(found.failing().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("published")
  void surw_needs_at_most_twice_the_published_number_of_schedules(SamplingTable.Row row) {
    SamplingTable.Mean mean = SamplingTable.mean(row, Way.SURW);
    assertEquals(SamplingTable.SEEDS, mean.found());
    assertTrue(mean.schedules() <= 2.0 * row.surw(), mean.toString());
  }

  static List<SamplingTable.Row> published() {
    return SamplingTable.rows().stream().filter(row -> row.surw() > 0).toList();
  }
}
