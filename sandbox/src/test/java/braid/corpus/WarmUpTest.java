package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.VerdictType;
import braid.worker.WorkerCommand;
import braid.worker.pool.WorkerPool;
import org.junit.jupiter.api.Test;

/// A worker that runs programs of its own while nobody wants anything serves whoever comes, as if
/// it had not.
final class WarmUpTest {
  private static final int SERVED = 6;
  private static final int FOR_EVER = 1_000_000;

  /// So long it is left alone, that it may be anywhere in a program of its own.
  private static final int PAUSE_MILLIS = 230;

  private static final String RACE =
      """
      import threading
      counter = 0
      def add():
          global counter
          counter += 1
      threads = [threading.Thread(target=add) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      print(counter)
      """;

  @Test
  void runs_are_the_same_whatever_a_worker_does_in_between() throws Exception {
    Program program =
        new Program(Language.PYTHON, "main.py", RACE, Settings.DEFAULT, Limits.DEFAULT);
    String expected;
    try (WorkerPool rested = RealRun.openPool()) {
      expected = RealRun.of(rested, program).end().traceHash();
    }
    try (WorkerPool pool =
        RealRun.openPool(
            (walls, home) -> WorkerCommand.standard(walls, home).warmedUp(0, FOR_EVER))) {
      for (int i = 0; i < SERVED; i++) {
        Thread.sleep((long) i * PAUSE_MILLIS);
        RealRun run = RealRun.of(pool, program);
        assertEquals(VerdictType.PASSED, run.verdict().verdict(), run.verdict().detail());
        assertEquals(expected, run.end().traceHash());
      }
      assertTrue(pool.status().startedInAll() <= 2, "workers were replaced");
    }
  }

  @Test
  void explorations_find_the_same_whatever_a_worker_does_in_between() throws Exception {
    Settings settings =
        Settings.exploring(
            StrategyName.DPOR, 0, Atomicity.LANGUAGE, new Exploring(Exploring.BUDGET_MAX, -1, 30));
    Program program = new Program(Language.PYTHON, "main.py", RACE, settings, Limits.DEFAULT);
    try (WorkerPool pool =
        RealRun.openPool(
            (walls, home) -> WorkerCommand.exploring(walls, home).warmedUp(0, FOR_EVER))) {
      for (int i = 0; i < SERVED; i++) {
        Thread.sleep((long) i * PAUSE_MILLIS);
        RealRun run = RealRun.of(pool, program);
        assertEquals(4, run.verdict().steps(), run.verdict().detail());
        assertEquals(VerdictType.RACE, run.verdict().verdict(), run.verdict().detail());
      }
      assertTrue(pool.status().startedInAll() <= 2, "workers were replaced");
    }
  }
}
