package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import braid.trace.Stream;
import braid.worker.pool.WorkerPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs that fail, each with what CPython 3.12 writes to standard error, byte for byte; only
/// folders, and line numbers of the library, are left out.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FailureTest {
  private static final Path FOLDER = Path.of("src/test/resources/failures");
  private static final Pattern PROGRAM =
      Pattern.compile("(?ms)^#### (\\S+)\\n(.*?)^#---- stderr\\n(.*?)(?=^#### |\\z)");
  private static final Pattern OWN_FILE = Pattern.compile("File \"[^\"]*\\bmain\\.py\"");
  private static final Pattern LIBRARY_FILE =
      Pattern.compile("File \"[^\"]*/python3\\.12/([^\"]*)\", line \\d+");
  private static final Pattern LIBRARY_PATH = Pattern.compile("\\(/[^)]*/python3\\.12/");

  private WorkerPool pool;

  /// One program and what it must write.
  record Failure(String name, String source, String stderr) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Failure> failures() throws IOException {
    List<Failure> failures = new ArrayList<>();
    for (String file : List.of("raised.txt", "syntax.txt")) {
      Matcher matcher = PROGRAM.matcher(Files.readString(FOLDER.resolve(file)));
      while (matcher.find()) {
        failures.add(new Failure(matcher.group(1), matcher.group(2), matcher.group(3)));
      }
    }
    return failures;
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
  @MethodSource("failures")
  void a_failure_is_shown_as_cpython_shows_it(Failure failure) throws Exception {
    RealRun run = new Listing("main.py", failure.source()).run(pool, 0);
    assertEquals(failure.stderr(), masked(run.text(Stream.STDERR)));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void a_real_cpython_shows_it_so(Failure failure) throws Exception {
    Optional<CPython> python = CPython.findSame();
    assumeTrue(python.isPresent(), "skipped: no CPython 3.12 here (or in BRAID_PYTHON)");
    CPython.Said said = python.get().run(failure.source(), Listing.SECONDS);
    assertEquals(failure.stderr(), masked(said.stderr()));
  }

  private static String masked(String stderr) {
    String own = OWN_FILE.matcher(stderr).replaceAll("File \"main.py\"");
    String library = LIBRARY_FILE.matcher(own).replaceAll("File \"$1\", line N");
    return LIBRARY_PATH.matcher(library).replaceAll("(");
  }
}
