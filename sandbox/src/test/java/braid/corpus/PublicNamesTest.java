package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.trace.Stream;
import braid.trace.VerdictType;
import braid.worker.pool.WorkerPool;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// No public name of CPython's modules is forgotten: each is modelled, or standard on top of what
/// is, or refused with a sentence. The table in the README says which.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PublicNamesTest {
  private static final int SECONDS = 50;

  private WorkerPool pool;
  private PublicNames names;

  @BeforeAll
  void survey() throws Exception {
    pool = RealRun.openPool();
    RealRun run = RealRun.of(pool, program(PublicNames.survey()));
    assertEquals(VerdictType.PASSED, run.verdict().verdict(), run.text(Stream.STDERR));
    names = PublicNames.read(run.text(Stream.STDOUT));
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @Test
  void what_cpython_has_is_here() {
    assertEquals(List.of(), names.that("missing"));
    assertTrue(names.names().size() > 600, "the survey is not whole: " + names.names().size());
  }

  @Test
  void the_table_in_the_readme_says_what_is() throws Exception {
    if (Boolean.getBoolean("braid.write")) {
      names.write();
    }
    assertEquals(names.table(), PublicNames.written(), "stale: refresh it with ./braid names");
  }

  @Test
  void what_is_refused_says_so_with_its_line_and_the_reason() throws Exception {
    for (PublicNames.Name name : names.that("refused")) {
      RealRun run = RealRun.of(pool, program(name.imported()));
      String detail = run.verdict().detail();
      assertEquals(VerdictType.REJECTED, run.verdict().verdict(), name + ": " + detail);
      assertTrue(detail.startsWith("Line 2: "), name + ": " + detail);
      assertTrue(detail.contains(name.detail()), name + ": " + detail);
    }
  }

  private static Program program(String source) {
    return new Program(
        Language.PYTHON,
        "main.py",
        source,
        Settings.DEFAULT,
        Limits.DEFAULT.withWallMillis(SECONDS * 1000L));
  }
}
