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
    Settings settings =
        Settings.exploring(StrategyName.DPOR, 0, Atomicity.LANGUAGE, new Exploring(1_000, -1, 20));
    Program program = new Program(Language.PYTHON, "main.py", "pass\n", settings, Limits.DEFAULT);
    FoundEntries found = new FoundEntries(program, () -> 0, _ -> {});
    found.note(deadlock(VerdictType.DEADLOCK, "Nobody can go on."), true);
    assertEquals(
        "Goes wrong with 1 preemption: Nobody can go on; you stopped it.", found.sentence());
    found.note(deadlock(VerdictType.UNCAUGHT, "t1 ended with an exception"), true);
    assertEquals(
        "Goes wrong with 1 preemption: t1 ended with an exception; you stopped it. "
            + "Others end in a deadlock.",
        found.sentence());
  }

  private static Findings deadlock(VerdictType shown, String detail) {
    return new Findings(
        VerdictType.DEADLOCK,
        detail,
        7,
        0,
        7,
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
