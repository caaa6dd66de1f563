package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.Entry;
import braid.trace.VerdictType;
import braid.worker.pool.WorkerPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One execution of each kind shows what all schedules show: every program of the corpus and of the
/// catalogue that can be explored, gone through both ways. Of too many schedules, those made within
/// the budget show nothing else. It takes a quarter of an hour, and so runs where
/// `-Dbraid.large=true` asks for it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class YardstickTest {
  private static final Exploring REDUCED = new Exploring(20_000, -1, 20);
  private static final Exploring SCHEDULES = new Exploring(20_000, -1, 4);

  private static final Entry.Explored NOTHING =
      new Entry.Explored(0, 0, false, -1, -1, "", "", List.of(), List.of(), List.of(), 0);

  private WorkerPool pool;

  /// What was found.
  private record Found(VerdictType verdict, Entry.Explored all) {
    /// What comes after a failure is not gone through, so that its output may be cut short.
    Set<String> endings() {
      Set<String> endings = new TreeSet<>();
      for (Entry.Ending ending : all.outcomes()) {
        boolean isPassed = ending.verdict() == VerdictType.PASSED;
        endings.add(ending.verdict() + (isPassed ? ": " + ending.output() : ""));
      }
      return endings;
    }
  }

  static Stream<Path> programs() throws IOException {
    return Stream.concat(sources("corpus"), sources("catalogue"));
  }

  private static Stream<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder), 2)) {
      return files.filter(file -> file.toString().endsWith(".py")).sorted().toList().stream();
    }
  }

  @BeforeAll
  void open() throws InterruptedException {
    assumeTrue(Boolean.getBoolean("braid.large"), "only with -Dbraid.large=true");
    pool = RealRun.openExploringPool();
  }

  @AfterAll
  void close() {
    if (pool != null) {
      pool.close();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void one_execution_of_each_kind_shows_what_all_schedules_show(Path file) throws Exception {
    Found reduced = explored(file, StrategyName.DPOR, REDUCED);
    assumeTrue(reduced.verdict != VerdictType.REJECTED, "it has processes");
    assumeTrue(reduced.all.complete(), "it has too many kinds of executions");
    Found schedules = explored(file, StrategyName.DFS, SCHEDULES);
    assertTrue(
        reduced.endings().containsAll(schedules.endings()),
        () -> "some schedule ends otherwise: " + schedules.endings() + reduced.endings());
    if (schedules.all.complete()) {
      assertEquals(schedules.endings(), reduced.endings());
      assertEquals(schedules.verdict, reduced.verdict);
    }
  }

  private Found explored(Path file, StrategyName strategy, Exploring exploring) throws Exception {
    Settings settings = Settings.exploring(strategy, 0, Atomicity.LANGUAGE, exploring);
    String source = Files.readString(file);
    RealRun run =
        RealRun.of(pool, new Program(Language.PYTHON, "main.py", source, settings, Limits.DEFAULT));
    return new Found(run.verdict().verdict(), run.explored().orElse(NOTHING));
  }
}
