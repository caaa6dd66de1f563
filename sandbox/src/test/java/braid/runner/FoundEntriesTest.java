package braid.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.explore.Findings;
import braid.kernel.schedule.Choices;
import braid.kernel.schedule.ScheduleToken;
import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.VerdictType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoundEntriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4|4",
        "999999|999,999",
        "3449000000|3.4 × 10^9",
        "1000000|1.0 × 10^6",
        "9223372036854775807|10^18+"
      })
  void an_estimate_says_no_more_than_is_known(long count, String words) {
    assertEquals(words, FoundEntries.roughly(count));
  }

  @Test
  void what_was_found_and_why_it_ended_are_one_sentence() {
    FoundEntries found = found(-1);
    found.note(deadlock(VerdictType.DEADLOCK, "Nobody can go on."), true);
    assertEquals(
        "Goes wrong with 1 preemption: Nobody can go on; you stopped it.", found.sentence());
    found.note(deadlock(VerdictType.UNCAUGHT, "t1 ended with an exception"), true);
    assertEquals(
        "Goes wrong with 1 preemption: t1 ended with an exception; you stopped it. "
            + "Others end in a deadlock.",
        found.sentence());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-1|1|Nothing found in 1 execution; those that go on for longer were not tried.",
        "0|6|Nothing found in 6 executions; those with more than 0 preemptions were not tried.",
        "1|6|Nothing found in 6 executions; those with more than 1 preemption were not tried."
      })
  void what_was_gone_through_is_not_said_to_have_taken_too_long(
      int bound, int explored, String sentence) {
    FoundEntries found = found(bound);
    found.note(through(explored, Optional.empty()), false);
    assertEquals(sentence, found.sentence());
  }

  @Test
  void a_bound_ends_with_the_first_failure() {
    FoundEntries found = found(1);
    found.note(through(6, Optional.of(new ScheduleToken.Recorded(new Choices()))), false);
    assertEquals("Goes wrong with 1 preemption in 1 of 6 executions: So it is.", found.sentence());
  }

  private static FoundEntries found(int bound) {
    Exploring exploring = new Exploring(1_000, bound, 20);
    Settings settings = Settings.exploring(StrategyName.DPOR, 0, Atomicity.LANGUAGE, exploring);
    Program program = new Program(Language.PYTHON, "main.py", "pass\n", settings, Limits.DEFAULT);
    return new FoundEntries(program, () -> 0, _ -> {});
  }

  private static Findings through(int explored, Optional<ScheduleToken.Recorded> failing) {
    VerdictType verdict = failing.isEmpty() ? VerdictType.PASSED : VerdictType.UNCAUGHT;
    ScheduleToken.Recorded choices = new ScheduleToken.Recorded(new Choices());
    return new Findings(
        verdict,
        "So it is.",
        explored,
        0,
        explored,
        false,
        true,
        -1,
        verdict,
        failing.isEmpty() ? -1 : 1,
        failing,
        Optional.empty(),
        List.of(new Findings.Outcome(verdict, "", "So it is.", 1, choices)),
        List.of());
  }

  private static Findings deadlock(VerdictType shown, String detail) {
    return new Findings(
        VerdictType.DEADLOCK,
        detail,
        7,
        0,
        7,
        false,
        false,
        -1,
        shown,
        1,
        Optional.of(new ScheduleToken.Recorded(new Choices())),
        Optional.empty(),
        List.of(),
        List.of());
  }
}
