package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.schedule.Strategy;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Stream;
import braid.trace.TaskType;
import java.util.List;
import org.junit.jupiter.api.Test;

class OffersTest {
  private static Performance of(Strategy strategy) {
    return Performance.of(
        TestRules.exploring(),
        strategy,
        kernel -> {
          int other = kernel.create(TaskType.THREAD, "other", false);
          kernel.start(other, () -> {});
          kernel.print(Stream.STDOUT, "x");
          kernel.join(other, -1);
        });
  }

  private static List<Entry.Choice> choices(Performance performance) {
    return performance.entries().stream()
        .filter(Entry.Choice.class::isInstance)
        .map(Entry.Choice.class::cast)
        .toList();
  }

  @Test
  void who_schedules_by_hand_is_told_before_a_step_who_could_go_and_what_each_would_do() {
    Performance performance = of(Strategy.told(Strategy.keep()));
    Entry.Choice first = choices(performance).getFirst();
    assertEquals(0, first.picked());
    assertEquals(
        List.of(
            new Entry.Option(0, new Action.Print(Stream.STDOUT, "x"), ""),
            new Entry.Option(1, new Action.Begin(), "")),
        first.options());
    int at = performance.entries().indexOf(first);
    assertTrue(performance.entries().get(at + 1) instanceof Entry.Step, "a step follows");
  }

  @Test
  void nobody_else_is_told() {
    assertEquals(List.of(), choices(of(Strategy.keep())));
  }
}
