package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Stream;
import braid.worker.pool.WorkerPool;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random walks of threads, of processes (one of which is killed) and of tasks (some of which are
/// cancelled) over what they share, with timeouts: every trace keeps the laws of objects.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WalkLawsTest {
  private static final Path FOLDER = Path.of("src/test/resources/laws/walks");
  private static final int SEEDS = 8;

  private WorkerPool pool;

  static List<Listing> walks() throws Exception {
    return Listing.in(FOLDER);
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
  @MethodSource("walks")
  void every_step_of_a_walk_keeps_the_laws(Listing walk) throws Exception {
    for (int seed = 0; seed < SEEDS; seed++) {
      RealRun run = walk.run(pool, seed);
      String how = "seed " + seed + ": " + run.verdict().detail() + run.text(Stream.STDERR);
      assertEquals("ok\n", run.text(Stream.STDOUT), how);
      assertEquals(run.end().traceHash(), walk.run(pool, seed).end().traceHash(), how);
      assertTrue(ObjectLaws.check(run.entries()) > 0, "a walk touches nothing");
    }
  }
}
