package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import braid.program.StrategyName;
import braid.trace.Stream;
import braid.trace.VerdictType;
import braid.worker.pool.WorkerPool;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each primitive's laws, written once, hold for all faces of it: those of `threading`, of
/// `multiprocessing` between threads and between processes, of a manager, and of `asyncio`; on the
/// simulated machine and where chance decides who goes next. They hold on a real CPython too, so
/// they are the true ones.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FaceLawsTest {
  private WorkerPool pool;

  static List<FaceLaws> laws() {
    return FaceLaws.all();
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
  @MethodSource("laws")
  void they_hold_on_the_simulated_machine(FaceLaws laws) throws Exception {
    assertHeld(laws, laws.program().run(pool, StrategyName.SIMULATE, 0));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void they_hold_where_chance_decides(FaceLaws laws) throws Exception {
    assertHeld(laws, laws.program().run(pool, StrategyName.RANDOM, 1));
  }

  @ParameterizedTest
  @MethodSource("laws")
  void they_hold_on_a_real_cpython(FaceLaws laws) throws Exception {
    Optional<CPython> python = CPython.findSame();
    assumeTrue(python.isPresent(), "skipped: no CPython 3.12 here (or in BRAID_PYTHON)");
    CPython.Said said = python.get().run(laws.program().source(), Listing.SECONDS);
    if (Boolean.getBoolean("braid.write")) {
      laws.hold(said.output());
    }
    assertEquals("", said.stderr());
    assertEquals(laws.held(), said.output());
  }

  private static void assertHeld(FaceLaws laws, RealRun run) throws Exception {
    String how = run.verdict().detail() + "\n" + run.text(Stream.STDERR);
    assertEquals(VerdictType.PASSED, run.verdict().verdict(), how + run.text(Stream.STDOUT));
    assertEquals("", run.text(Stream.STDERR));
    assertEquals(laws.held(), run.text(Stream.STDOUT));
    assertTrue(ObjectLaws.check(run.entries()) > 0, "nothing was touched");
  }
}
