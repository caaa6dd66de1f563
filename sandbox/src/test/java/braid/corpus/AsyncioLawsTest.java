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
import braid.trace.TaskState;
import braid.worker.pool.WorkerPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The objects of `asyncio` obey the laws of locks, semaphores and queues in every trace, with
/// timeouts and cancellations; so do the lanes of its tasks.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AsyncioLawsTest {
  private static final Path WALK = Path.of("src/test/resources/laws/asyncio_walk.py");

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
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void every_step_of_a_walk_keeps_the_laws(int seed) throws Exception {
    RealRun run = RealRun.of(pool, program(seed));
    assertEquals("ok\n", run.text(Stream.STDOUT), run.text(Stream.STDERR));
    World world = new World();
    for (Entry entry : run.entries()) {
      switch (entry) {
        case Entry.TaskAdded _ -> world.tasks.add(new TaskState.Created());
        case Entry.ObjectAdded added -> world.objects.add(added.state());
        case Entry.Step step -> world.step(step);
        case Entry.Header _,
            Entry.TaskNamed _,
            Entry.RecordingStopped _,
            Entry.Output _,
            Entry.Counters _,
            Entry.Choice _,
            Entry.Explored _,
            Entry.Verdict _ -> {}
      }
    }
  }

  private static Program program(int seed) throws IOException {
    Settings usual = Settings.DEFAULT;
    return new Program(
        Language.PYTHON,
        "walk.py",
        Files.readString(WALK),
        new Settings(usual.strategy(), seed, usual.atomicity(), usual.cores(), usual.hasGil(), ""),
        Limits.DEFAULT);
  }

  /// All tasks and objects as they stand, and what may not happen to them.
  private static final class World {
    final List<TaskState> tasks = new ArrayList<>();
    final List<ObjectState> objects = new ArrayList<>();

    void step(Entry.Step step) {
      String what = step.toString();
      assertTrue(!(tasks.get(step.task()) instanceof TaskState.Ended), "after its end: " + what);
      if (step.outcome() == Outcome.DONE && step.action() instanceof Action.OnObject on) {
        before(objects.get(on.object()), step, what);
      }
      for (Change change : step.changes()) {
        switch (change) {
          case Change.OfTask(int task, TaskState state) -> tasks.set(task, state);
          case Change.OfObject(int object, ObjectState state) -> objects.set(object, state);
        }
      }
      if (step.action() instanceof Action.OnObject on) {
        after(objects.get(on.object()), step, what);
      }
      if (step.outcome() == Outcome.BLOCKED && step.action() instanceof Action.OnObject on) {
        var blocked = new TaskState.Blocked(on.object(), -1);
        assertTrue(step.task() == 0 || tasks.get(step.task()).equals(blocked), what);
      }
    }

    private static void before(ObjectState state, Entry.Step step, String what) {
      switch (step.action()) {
        case Action.Acquire _ when state instanceof ObjectState.Mutex lock -> {
          assertEquals(-1, lock.owner(), "taken twice: " + what);
          assertTrue(
              lock.waiters().isEmpty() || lock.waiters().getFirst() == step.task(),
              "out of turn: " + what);
        }
        case Action.Release _ when state instanceof ObjectState.Mutex lock ->
            assertEquals(step.task(), lock.owner(), "not its own: " + what);
        case Action.Get(int _, String item) when state instanceof ObjectState.Channel queue ->
            assertEquals(queue.items().getFirst(), item, "not the first: " + what);
        default -> {}
      }
    }

    private static void after(ObjectState state, Entry.Step step, String what) {
      switch (state) {
        case ObjectState.Mutex lock ->
            assertTrue(lock.owner() < 0 || !lock.waiters().contains(lock.owner()), what);
        case ObjectState.Semaphore places ->
            assertTrue(places.value() >= 0 && places.value() <= places.initial(), what);
        case ObjectState.Channel queue -> {
          assertTrue(queue.capacity() == 0 || queue.size() <= queue.capacity(), what);
          assertTrue(queue.unfinished() >= queue.size(), what);
          boolean hasGone = step.outcome() != Outcome.BLOCKED;
          assertTrue(!hasGone || !queue.getters().contains(step.task()), what);
        }
        default -> {}
      }
    }
  }
}
