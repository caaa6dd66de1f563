package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import braid.trace.Entry;
import braid.trace.ObjectType;
import braid.trace.Stream;
import braid.worker.pool.WorkerPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Python's documentation says of its concurrency modules, as programs that print `ok`. Each
/// is run by a worker, and by a real CPython where there is one: the programs tell the truth.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ConformanceTest {
  private static final Path FOLDER = Path.of("src/test/resources/conformance");
  private static final Path NAMES = Path.of("src/test/resources/names/main.py");
  private static final Pattern NAMED = Pattern.compile("#: (.*)$");

  private WorkerPool pool;

  static List<Listing> programs() throws IOException {
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
  @MethodSource("programs")
  void what_the_documentation_says_holds(Listing listing) throws Exception {
    listing.assertOk(pool);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void it_holds_on_a_real_cpython(Listing listing) throws Exception {
    Optional<CPython> python = CPython.find();
    assumeTrue(python.isPresent(), "skipped: no CPython 3.12 or later here (or in BRAID_PYTHON)");
    CPython.Said said = python.get().run(listing.source(), Listing.SECONDS);
    assertEquals("ok", said.output().strip(), said.stderr());
  }

  @Test
  void objects_are_called_as_the_program_calls_them() throws Exception {
    Map<Integer, String> expected = new TreeMap<>();
    List<String> lines = Files.readAllLines(NAMES);
    for (int line = 1; line <= lines.size(); line++) {
      Matcher matcher = NAMED.matcher(lines.get(line - 1));
      if (matcher.find()) {
        expected.put(line, sorted(matcher.group(1)));
      }
    }
    RealRun run = Listing.read(NAMES).run(pool, 0);
    Map<Integer, String> found =
        run.entries().stream()
            .filter(Entry.ObjectAdded.class::isInstance)
            .map(Entry.ObjectAdded.class::cast)
            .filter(object -> object.type() != ObjectType.VARIABLE)
            .collect(
                Collectors.groupingBy(
                    Entry.ObjectAdded::line,
                    TreeMap::new,
                    Collectors.collectingAndThen(
                        Collectors.mapping(Entry.ObjectAdded::name, Collectors.joining(", ")),
                        ConformanceTest::sorted)));
    assertEquals(expected, found, run.text(Stream.STDERR));
  }

  private static String sorted(String names) {
    return Arrays.stream(names.split(", ")).sorted().collect(Collectors.joining(", "));
  }
}
