package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.AsyncioOrder;
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
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Classic bugs in Python, explored for real by a worker behind its walls: each is found with the
/// least preemptions, every execution that differs is made once, and correct twins are verified.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CatalogueTest {
  private static final Path FOLDER = Path.of("catalogue");
  private static final Exploring ENOUGH = new Exploring(100_000, -1, 55);

  private static final Settings PORTABLE =
      Settings.exploring(StrategyName.DPOR, 0, Atomicity.LANGUAGE, ENOUGH)
          .with(AsyncioOrder.PORTABLE);

  private WorkerPool pool;

  /// Those that take a minute or more are gone through with `-Dbraid.large=true` only.
  private static final boolean IS_LARGE = Boolean.getBoolean("braid.large");

  /// What a row says of a program; `blocked` executions differ from others in what loops looked at
  /// in vain.
  record Row(
      String name, VerdictType verdict, int executions, int failing, int preemptions, int blocked) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Row> bugs() throws IOException {
    return expected().properties().stream()
        .filter(of -> IS_LARGE || !of.getValue().has("large"))
        .map(of -> row(of.getKey(), of.getValue()))
        .toList();
  }

  private static Row row(String name, JsonNode numbers) {
    return new Row(
        name,
        verdict(numbers.get("verdict")),
        numbers.get("executions").asInt(),
        numbers.get("failing").asInt(),
        numbers.get("preemptions").asInt(),
        numbers.path("blocked").asInt());
  }

  private static VerdictType verdict(JsonNode name) {
    return VerdictType.valueOf(name.asText().toUpperCase());
  }

  static List<Row> underGil() throws IOException {
    return expected().properties().stream()
        .filter(of -> of.getValue().has("gil"))
        .map(of -> row(of.getKey(), of.getValue().get("gil")))
        .toList();
  }

  static List<Row> portable() throws IOException {
    return expected().properties().stream()
        .filter(of -> of.getValue().has("portable"))
        .map(of -> row(of.getKey(), of.getValue().get("portable")))
        .toList();
  }

  static List<Row> portableTwins() throws IOException {
    return expected().properties().stream()
        .filter(of -> of.getValue().at("/portable/fixed").isInt())
        .map(of -> twin(of.getKey(), of.getValue().get("portable")))
        .toList();
  }

  private static Row twin(String name, JsonNode numbers) {
    return new Row(name, VerdictType.PASSED, numbers.get("fixed").asInt(), 0, -1, 0);
  }

  static List<Row> twins() throws IOException {
    return expected().properties().stream()
        .filter(of -> of.getValue().has("fixed"))
        .map(of -> twin(of.getKey(), of.getValue()))
        .toList();
  }

  private static JsonNode expected() throws IOException {
    return JsonMapper.builder().build().readTree(FOLDER.resolve("expected.json").toFile());
  }

  @BeforeAll
  void open() throws InterruptedException {
    pool = RealRun.openExploringPool();
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("bugs")
  void a_bug_is_found_and_every_execution_made_once(Row row) throws Exception {
    Entry.Explored found = explored(row, "main.py", Atomicity.LANGUAGE);
    assertTrue(found.races().size() <= 100);
    // Who waits busily for ever does so in a replay as well, until a limit ends it.
    if (row.verdict() != VerdictType.PASSED && row.verdict() != VerdictType.LIMIT) {
      replayed(row, found.schedule(), shown(row));
    }
  }

  /// The verdict of the failure with the fewest preemptions, where that is not the worst there is.
  private static VerdictType shown(Row row) throws IOException {
    JsonNode shown = expected().path(row.name()).path("shown");
    return shown.isMissingNode() ? row.verdict() : verdict(shown);
  }

  @ParameterizedTest
  @MethodSource("twins")
  void a_correct_twin_is_verified(Row row) throws Exception {
    assertEquals(List.of(), explored(row, "fixed.py", Atomicity.LANGUAGE).races());
  }

  @ParameterizedTest
  @MethodSource("underGil")
  void under_a_gil_threads_give_way_only_at_calls_and_loops(Row row) throws Exception {
    Entry.Explored found = explored(row, "main.py", Atomicity.GIL);
    if (row.verdict() != VerdictType.PASSED) {
      replayed(row, found.schedule(), row.verdict());
    }
  }

  @ParameterizedTest
  @MethodSource("portable")
  void in_portable_order_whatever_is_ready_may_go_next(Row row) throws Exception {
    Entry.Explored found = explored(row, "main.py", PORTABLE);
    assertEquals(List.of(), found.races());
    for (Entry.Ending ending : found.outcomes()) {
      replayed(row, ending.schedule(), ending.verdict());
    }
  }

  @ParameterizedTest
  @MethodSource("portableTwins")
  void a_correct_twin_is_verified_in_portable_order(Row row) throws Exception {
    explored(row, "fixed.py", PORTABLE);
  }

  @ParameterizedTest
  @MethodSource("portable")
  void in_portable_order_all_orders_show_no_more(Row row) throws Exception {
    Settings all = Settings.exploring(StrategyName.DFS, 0, Atomicity.LANGUAGE, ENOUGH);
    Entry.Explored every = told(row, "main.py", all.with(AsyncioOrder.PORTABLE));
    Entry.Explored each = told(row, "main.py", PORTABLE);
    assertTrue(every.complete() && each.complete());
    assertEquals(endings(every), endings(each));
    assertTrue(every.explored() >= each.explored());
  }

  private static Set<String> endings(Entry.Explored found) {
    return found.outcomes().stream()
        .map(ending -> ending.verdict() + ": " + ending.output())
        .collect(Collectors.toSet());
  }

  private Entry.Explored told(Row row, String file, Settings settings) throws Exception {
    return RealRun.of(pool, program(row, file, settings)).explored().orElseThrow();
  }

  private Entry.Explored explored(Row row, String file, Atomicity atomicity) throws Exception {
    return explored(row, file, Settings.exploring(StrategyName.DPOR, 0, atomicity, ENOUGH));
  }

  private Entry.Explored explored(Row row, String file, Settings settings) throws Exception {
    RealRun run = RealRun.of(pool, program(row, file, settings));
    Entry.Explored found = run.explored().orElseThrow();
    long failing =
        found.outcomes().stream()
            .filter(ending -> ending.verdict() != VerdictType.PASSED)
            .mapToLong(Entry.Ending::count)
            .sum();
    assertEquals(
        row,
        new Row(
            row.name(),
            run.verdict().verdict(),
            (int) found.explored(),
            (int) failing,
            found.preemptions(),
            (int) found.blocked()));
    assertTrue(found.complete());
    return found;
  }

  /// The schedule shows the same on the lanes, twice byte for byte.
  private void replayed(Row row, String schedule, VerdictType verdict) throws Exception {
    Settings usual = Settings.DEFAULT;
    Settings settings =
        new Settings(
            usual.strategy(), 0, usual.atomicity(), usual.cores(), usual.hasGil(), schedule);
    Program program = program(row, "main.py", settings);
    RealRun run = RealRun.of(pool, program);
    assertEquals(verdict, run.verdict().verdict(), run.verdict().detail());
    assertEquals(Optional.of(schedule), Optional.of(run.verdict().schedule()));
    assertEquals(run.end().traceHash(), RealRun.of(pool, program).end().traceHash());
  }

  private static Program program(Row row, String file, Settings settings) throws IOException {
    String source = Files.readString(FOLDER.resolve(row.name()).resolve(file));
    return new Program(Language.PYTHON, "main.py", source, settings, Limits.DEFAULT);
  }
}
