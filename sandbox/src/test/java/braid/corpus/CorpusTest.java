package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.Program;
import braid.program.StrategyName;
import braid.trace.Reason;
import braid.trace.Stream;
import braid.trace.VerdictType;
import braid.worker.pool.WorkerPool;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The teaching programs, each run for real by a worker behind its walls.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CorpusTest {
  private static final int SEEDS = Integer.getInteger("braid.corpus.seeds", 2);

  private static final List<StrategyName> OTHERS =
      List.of(StrategyName.RANDOM, StrategyName.ROUND_ROBIN, StrategyName.PCT);

  private WorkerPool pool;

  static List<Lesson> lessons() {
    return Lesson.all();
  }

  @BeforeAll
  void open() throws InterruptedException {
    pool = RealRun.openPool();
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void a_lesson_comes_out_as_it_says_whatever_the_seed_and_twice_the_same(Lesson lesson)
      throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      Program program = lesson.program(StrategyName.SIMULATE, seed);
      RealRun run = RealRun.of(pool, program);
      assertComesOut(lesson, run, "seed " + seed);
      assertEquals(
          run.end().traceHash(), RealRun.of(pool, program).end().traceHash(), "seed " + seed);
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void a_schedule_replays_its_run(Lesson lesson) throws Exception {
    RealRun run = RealRun.of(pool, lesson.program());
    Program replay = lesson.replay(run.verdict().schedule());
    assertEquals(run.end().traceHash(), RealRun.of(pool, replay).end().traceHash());
  }

  @ParameterizedTest
  @CsvSource({
    "deadlock-two-locks, true, 2",
    "dining-deadlock, true, 5",
    "lost-wakeup, false, 2",
    "queue-never-filled, false, 2",
    "asyncio-deadlock, true, 2"
  })
  void a_deadlock_names_who_waits_and_whether_in_a_circle(String name, boolean isCycle, int waiting)
      throws Exception {
    Lesson lesson = Lesson.named(name);
    RealRun run = RealRun.of(pool, lesson.program());
    Reason.Deadlock reason =
        assertInstanceOf(Reason.Deadlock.class, run.verdict().reason(), run.verdict().detail());
    assertEquals(isCycle, reason.isCycle(), run.verdict().detail());
    assertEquals(waiting, reason.waiting().size(), run.verdict().detail());
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void other_strategies_come_to_the_same_verdict(Lesson lesson) throws Exception {
    for (StrategyName strategy : OTHERS) {
      for (int seed = 0; seed < Math.min(SEEDS, 2); seed++) {
        RealRun run = RealRun.of(pool, lesson.program(strategy, seed));
        assertEquals(
            lesson.about().expect().verdict(),
            run.verdict().verdict(),
            strategy + ", seed " + seed + ": " + run.verdict().detail());
      }
    }
  }

  private static void assertComesOut(Lesson lesson, RealRun run, String how) {
    Lesson.Expectation expect = lesson.about().expect();
    String detail = how + ": " + run.verdict().detail();
    assertEquals(expect.verdict(), run.verdict().verdict(), detail);
    assertEquals(expect.output(), run.text(Stream.STDOUT), detail);
    String stderr = run.text(Stream.STDERR);
    boolean isTraceback = stderr.contains("Traceback (most recent call last):");
    assertEquals(expect.verdict() == VerdictType.UNCAUGHT, isTraceback, stderr);
    assertTrue(isTraceback || stderr.isEmpty(), stderr);
  }
}
