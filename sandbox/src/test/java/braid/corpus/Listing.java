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
import braid.trace.Entry;
import braid.trace.Stream;
import braid.worker.pool.WorkerPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A program of a test's own; those in a folder print `ok` when all that they say is true.
record Listing(String name, String source) {
  /// How long one may take.
  static final int SECONDS = 50;

  private static final int SEEDS = 3;

  static List<Listing> in(Path folder) throws IOException {
    List<Listing> listings = new ArrayList<>();
    try (java.util.stream.Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        listings.add(read(file));
      }
    }
    return listings;
  }

  static Listing read(Path file) throws IOException {
    return new Listing(file.getFileName().toString(), Files.readString(file));
  }

  RealRun run(WorkerPool pool, int seed) throws Exception {
    return run(pool, Settings.DEFAULT.strategy(), seed);
  }

  RealRun run(WorkerPool pool, StrategyName strategy, int seed) throws Exception {
    Settings usual = Settings.DEFAULT;
    return RealRun.of(
        pool,
        new Program(
            Language.PYTHON,
            name,
            source,
            new Settings(strategy, seed, usual.atomicity(), usual.cores(), usual.hasGil(), ""),
            Limits.DEFAULT.withWallMillis(SECONDS * 1000L)));
  }

  /// What exploring it with every access as a point has told last.
  Entry.Explored explored(WorkerPool pool, int budget, int seconds) throws Exception {
    Settings settings =
        Settings.exploring(
            StrategyName.DPOR, 0, Atomicity.LANGUAGE, new Exploring(budget, -1, seconds));
    Program program = new Program(Language.PYTHON, name, source, settings, Limits.DEFAULT);
    return RealRun.of(pool, program).explored().orElseThrow();
  }

  /// The same where all of it can be explored in time.
  Entry.Explored exploredWholly(WorkerPool pool) throws Exception {
    Entry.Explored last = explored(pool, Exploring.BUDGET_MAX, 60);
    assertTrue(last.complete());
    return last;
  }

  /// What its executions print.
  static List<String> outcomes(Entry.Explored last) {
    return last.outcomes().stream().map(it -> it.output().strip()).sorted().toList();
  }

  void assertOk(WorkerPool pool) throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      RealRun run = run(pool, seed);
      String how = "seed " + seed + ": " + run.verdict().detail() + run.text(Stream.STDERR);
      assertEquals("ok\n", run.text(Stream.STDOUT), how);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
