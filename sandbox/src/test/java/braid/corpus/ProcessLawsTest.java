package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import braid.trace.Stream;
import braid.worker.pool.WorkerPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The objects that processes share obey the laws of locks, semaphores, queues and barriers in
/// every trace, with timeouts, and where a process is killed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProcessLawsTest {
  private static final Path WALK = Path.of("src/test/resources/laws/process_walk.py");

  private WorkerPool pool;

  @BeforeAll
  void open() throws InterruptedException {
    pool = RealRun.openPool();
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void every_step_of_a_walk_keeps_the_laws(int seed) throws Exception {
    Settings usual = Settings.DEFAULT;
    Program program =
        new Program(
            Language.PYTHON,
            "walk.py",
            Files.readString(WALK),
            new Settings(
                usual.strategy(), seed, usual.atomicity(), usual.cores(), usual.hasGil(), ""),
            Limits.DEFAULT);
    RealRun run = RealRun.of(pool, program);
    assertEquals("ok\n", run.text(Stream.STDOUT), run.text(Stream.STDERR));
    assertEquals(run.end().traceHash(), RealRun.of(pool, program).end().traceHash());
    Map<Integer, ObjectState> objects = new HashMap<>();
    for (Entry entry : run.entries()) {
      if (entry instanceof Entry.ObjectAdded added) {
        objects.put(added.object(), added.state());
      } else if (entry instanceof Entry.Step step) {
        check(objects, step);
      }
    }
  }

  private static void check(Map<Integer, ObjectState> objects, Entry.Step step) {
    String what = step.toString();
    if (step.outcome() == Outcome.DONE && step.action() instanceof Action.OnObject on) {
      before(objects.get(on.object()), step, what);
    }
    for (Change change : step.changes()) {
      if (change instanceof Change.OfObject(int object, ObjectState state)) {
        objects.put(object, state);
        after(state, what);
      }
    }
  }

  private static void before(ObjectState state, Entry.Step step, String what) {
    List<Integer> free = List.of(-1, step.task());
    switch (step.action()) {
      case Action.Acquire _ when state instanceof ObjectState.Mutex lock ->
          assertTrue(free.contains(lock.owner()), "taken from its holder: " + what);
      case Action.Acquire _ when state instanceof ObjectState.Semaphore places ->
          assertTrue(places.value() > 0, "no permit: " + what);
      case Action.Get(int _, String item) when state instanceof ObjectState.Channel items ->
          assertEquals(items.items().getFirst(), item, "not the first: " + what);
      case Action.Put _ when state instanceof ObjectState.Channel items ->
          assertTrue(items.capacity() == 0 || items.size() < items.capacity(), "full: " + what);
      default -> {}
    }
  }

  private static void after(ObjectState state, String what) {
    switch (state) {
      case ObjectState.Mutex lock ->
          assertTrue(lock.owner() < 0 || !lock.waiters().contains(lock.owner()), what);
      case ObjectState.Semaphore places ->
          assertTrue(places.value() >= 0 && places.value() <= places.initial(), what);
      case ObjectState.Channel items ->
          assertTrue(items.capacity() == 0 || items.size() <= items.capacity(), what);
      case ObjectState.Barrier gate -> assertTrue(gate.arrived().size() <= gate.parties(), what);
      default -> {}
    }
  }
}
