package braid.worker.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.Entry;
import braid.trace.LimitType;
import braid.trace.Reason;
import braid.trace.TraceLines;
import braid.trace.VerdictType;
import braid.worker.WorkerFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class WorkerPoolTest {
  private static final PoolOptions OPTIONS =
      new PoolOptions(1, 1, 3, Duration.ofSeconds(30), Duration.ofMillis(200), 2);
  private static final Limits SHORT = new Limits(3_000, 1 << 20, 1 << 20, 1000, 100, 100);

  private final WorkerPool pool = new WorkerPool(played(), OPTIONS, new Starts());

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void a_run_ends_with_the_worker_s_verdict_and_the_hash_of_the_lines_received() throws Exception {
    Recorder run = run("ok");
    RunEnd end = run.awaitEnd();
    assertEquals(VerdictType.PASSED, end.verdict().verdict());
    assertEquals("token", end.verdict().schedule());
    assertEquals(2, end.entries());
    assertEquals(run.hash(), end.traceHash());
  }

  @Test
  void workers_are_told_whether_they_may_rest_and_so_are_their_successors() throws Exception {
    assertEquals("It passed.", run("ok").awaitEnd().verdict().detail());
    pool.allowAhead(false);
    assertEquals("Restless.", run("ok").awaitEnd().verdict().detail());
    for (int i = 0; i <= OPTIONS.workers() + OPTIONS.spares(); i++) {
      assertEquals("Restless.", run("last").awaitEnd().verdict().detail());
    }
    pool.allowAhead(true);
    assertEquals("It passed.", run("ok").awaitEnd().verdict().detail());
  }

  @Test
  void no_more_start_while_one_is_ready_unless_they_may() throws Exception {
    try (WorkerPool calm = new WorkerPool(played(), OPTIONS, new Starts())) {
      calm.allowAhead(false);
      calm.awaitReady();
      assertEquals(1, calm.status().startedInAll());
      Recorder hanging = new Recorder();
      Execution first = calm.start(program("hang", Limits.DEFAULT), hanging);
      hanging.awaitFirstLine();
      while (calm.status().ready() == 0) {
        Thread.onSpinWait();
      }
      assertEquals(2, calm.status().startedInAll());
      first.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no header",
        "no json",
        "line end",
        "two headers",
        "unknown task",
        "goes on",
        "wrong hash",
        "garbage",
        "ready twice"
      })
  void a_worker_that_breaks_the_protocol_ends_its_run_as_rejected(String how) throws Exception {
    Recorder run = run(how);
    assertEquals(VerdictType.REJECTED, run.awaitEnd().verdict().verdict());
    assertEndsAsItShould(run);
    assertEquals(VerdictType.PASSED, run("ok").awaitEnd().verdict().verdict());
  }

  @ParameterizedTest
  @ValueSource(strings = {"die", "die later"})
  void a_worker_that_dies_is_a_verdict_for_its_run_and_nothing_else(String how) throws Exception {
    Recorder run = run(how);
    assertInstanceOf(Reason.WorkerLost.class, run.awaitEnd().verdict().reason());
    assertEndsAsItShould(run);
    assertEquals(VerdictType.PASSED, run("ok").awaitEnd().verdict().verdict());
  }

  @Test
  void a_full_heap_is_the_memory_limit() throws Exception {
    assertEquals(LimitType.MEMORY, limit(run("out of memory")));
  }

  @Test
  void a_run_that_outlives_its_wall_limit_is_ended_with_its_worker() throws Exception {
    Recorder run = run("hang", SHORT);
    assertEquals(LimitType.WALL, limit(run));
    assertEndsAsItShould(run);
    assertEquals(VerdictType.PASSED, run("ok").awaitEnd().verdict().verdict());
  }

  @Test
  void stop_reaches_the_worker() throws Exception {
    Recorder run = new Recorder();
    pool.start(program("await stop", Limits.DEFAULT), run).stop();
    assertEquals(VerdictType.PASSED, run.awaitEnd().verdict().verdict());
  }

  @Test
  void a_worker_deaf_to_stop_is_ended() throws Exception {
    Recorder run = new Recorder();
    Execution execution = pool.start(program("hang", Limits.DEFAULT), run);
    run.awaitFirstLine();
    execution.stop();
    assertInstanceOf(Reason.Stopped.class, run.awaitEnd().verdict().reason());
    assertEndsAsItShould(run);
  }

  @Test
  void what_an_exploration_had_found_outlives_its_worker() throws Exception {
    Settings exploring =
        Settings.exploring(
            StrategyName.DPOR, 0, Atomicity.LANGUAGE, new Exploring(Exploring.BUDGET_MAX, -1, 1));
    Recorder run = new Recorder();
    Execution execution =
        pool.start(
            new Program(Language.PYTHON, "main.py", "find and hang", exploring, Limits.DEFAULT),
            run);
    run.awaitFirstLine();
    execution.stop();
    RunEnd end = run.awaitEnd();
    assertEquals(VerdictType.UNCAUGHT, end.verdict().verdict());
    assertEquals("It went wrong. The run was stopped.", end.verdict().detail());
    assertEndsAsItShould(run);
  }

  @Test
  void stopping_a_run_that_is_over_stops_no_other() throws Exception {
    Recorder first = new Recorder();
    Execution over = pool.start(program("ok", Limits.DEFAULT), first);
    first.awaitEnd();
    Recorder second = new Recorder();
    pool.start(program("await stop", SHORT), second);
    over.stop();
    assertEquals(LimitType.WALL, limit(second));
  }

  @Test
  void a_worker_is_replaced_after_its_number_of_runs_and_when_it_asks_for_it() throws Exception {
    for (int i = 0; i < 7; i++) {
      run("ok").awaitEnd();
    }
    run("last").awaitEnd();
    run("ok").awaitEnd();
    assertTrue(pool.status().startedInAll() >= 4, pool.status()::toString);
  }

  @Test
  void complaints_without_end_are_dropped_and_the_run_goes_on() throws Exception {
    assertEquals(VerdictType.PASSED, run("shout").awaitEnd().verdict().verdict());
  }

  @Test
  void many_runs_at_once_all_get_their_verdict() throws Exception {
    List<Recorder> runs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      runs.add(run("ok"));
    }
    for (Recorder run : runs) {
      assertEquals(VerdictType.PASSED, run.awaitEnd().verdict().verdict());
    }
  }

  @Test
  void a_worker_that_never_starts_is_told_as_trouble() throws Exception {
    try (WorkerPool broken = new WorkerPool(List.of("/bin/false"), OPTIONS, new Starts())) {
      while (broken.status().trouble().isEmpty()) {
        Thread.onSpinWait();
      }
      assertTrue(broken.status().trouble().get().contains("ended by itself with code 1"));
    }
  }

  @Test
  void who_waits_for_a_worker_that_never_starts_is_told() {
    try (WorkerPool broken = new WorkerPool(List.of("/bin/false"), OPTIONS, new Starts())) {
      WorkerFailure failure =
          assertThrows(
              WorkerFailure.class, () -> broken.start(program("pass", SHORT), new Recorder()));
      assertTrue(failure.getMessage().contains("ended by itself with code 1"));
    }
  }

  private static LimitType limit(Recorder run) throws Exception {
    return assertInstanceOf(Reason.LimitReached.class, run.awaitEnd().verdict().reason()).limit();
  }

  private static void assertEndsAsItShould(Recorder run) throws Exception {
    RunEnd end = run.awaitEnd();
    assertInstanceOf(Entry.Header.class, TraceLines.read(run.lines().getFirst()));
    assertEquals(end.verdict(), TraceLines.read(run.lines().getLast()));
    assertEquals(run.lines().size(), end.entries());
    assertEquals(run.hash(), end.traceHash());
  }

  private Recorder run(String source) throws InterruptedException {
    return run(source, Limits.DEFAULT);
  }

  private Recorder run(String source, Limits limits) throws InterruptedException {
    Recorder recorder = new Recorder();
    pool.start(program(source, limits), recorder);
    return recorder;
  }

  private static Program program(String source, Limits limits) {
    return new Program(Language.PYTHON, "main.py", source, Settings.DEFAULT, limits);
  }

  private static List<String> played() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        PlayedWorker.class.getName());
  }
}
