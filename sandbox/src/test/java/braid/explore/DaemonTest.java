package braid.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.Kernel;
import braid.trace.TaskType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class DaemonTest {
  private static Findings explore(Consumer<Playlet> daemon, Consumer<Playlet> main) {
    Stage stage =
        new Stage(
            play -> {
              Kernel kernel = play.kernel();
              int id = kernel.create(TaskType.THREAD, "daemon", true);
              kernel.start(id, () -> play.perform(() -> daemon.accept(play)));
              main.accept(play);
            });
    return new Explorer(stage, ExploreRules.exhaustive(1_000), Progress.NONE).explore();
  }

  @Test
  void a_daemon_may_be_cut_off_anywhere() {
    Findings found =
        explore(
            play -> {
              play.print("a");
              play.print("b");
            },
            _ -> {});
    assertTrue(found.isComplete());
    assertEquals(
        List.of("", "a", "ab"),
        found.outcomes().stream().map(Findings.Outcome::output).sorted().toList());
  }

  @Test
  void a_daemon_that_sleeps_is_cut_off_at_once() {
    Findings found = explore(play -> play.kernel().sleep(1_000), play -> play.print("end"));
    assertTrue(found.isComplete());
    assertEquals(1, found.outcomes().size());
  }
}
