package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.schedule.Rules;
import braid.kernel.schedule.Strategy;
import braid.primitive.Mutex;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.LimitType;
import braid.trace.ObjectType;
import braid.trace.Reason;
import braid.trace.Stream;
import braid.trace.TaskType;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitTest {
  private static final int TASKS = 5;
  private static final int OBJECTS = 3;
  private static final int STEPS = 10;

  private static Rules rules(boolean isSimulated) {
    return new Rules(isSimulated, 0, 4, true, 100, STEPS, TASKS, OBJECTS);
  }

  private static Strategy strategy(boolean isSimulated) {
    return isSimulated ? Strategy.simulate() : Strategy.roundRobin();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void too_many_tasks_at_once_end_the_run(boolean isSimulated) {
    Performance performance =
        Performance.of(
            rules(isSimulated),
            strategy(isSimulated),
            kernel -> {
              while (true) {
                kernel.start(
                    kernel.create(TaskType.THREAD, "t", false), () -> kernel.sleep(1_000_000));
              }
            });
    assertEquals(new Reason.LimitReached(LimitType.TASKS, TASKS, "tasks"), performance.reason());
  }

  @Test
  void too_many_objects_end_the_run() {
    Performance performance =
        Performance.of(
            rules(true),
            Strategy.simulate(),
            kernel -> {
              while (true) {
                kernel.add(ObjectType.LOCK, "lock", 1, -1, Mutex.plain());
              }
            });
    assertEquals(
        new Reason.LimitReached(LimitType.OBJECTS, OBJECTS, "objects"), performance.reason());
  }

  @Test
  void past_the_step_limit_the_program_goes_on_and_its_output_is_whole() {
    AtomicReference<Entry.Counters> counters = new AtomicReference<>();
    Performance performance =
        Performance.of(
            rules(true),
            Strategy.simulate(),
            kernel -> {
              int lock = kernel.add(ObjectType.LOCK, "lock", 1, -1, Mutex.plain());
              for (int turn = 0; turn < 100; turn++) {
                kernel.acquire(lock, -1);
                kernel.print(Stream.STDOUT, turn + "\n");
                kernel.release(lock, 1);
              }
              counters.set(kernel.counters());
            });
    assertEquals(new Reason.Completed(), performance.reason());
    assertEquals(STEPS, performance.steps().size());
    assertEquals(
        1, performance.entries().stream().filter(Entry.RecordingStopped.class::isInstance).count());
    long printed = performance.order().stream().filter(LimitTest::isPrint).count();
    long output = performance.entries().stream().filter(Entry.Output.class::isInstance).count();
    assertEquals(100, printed + output);
    assertEquals(List.of(new Entry.Count(0, 301)), counters.get().tasks());
    assertEquals(List.of(new Entry.Count(0, 200)), counters.get().objects());
  }

  private static boolean isPrint(Performance.Did did) {
    return did.action() instanceof Action.Print;
  }

  @Test
  void a_run_that_is_ended_from_outside_lets_every_task_unwind() {
    int[] unwound = {0};
    Performance performance =
        Performance.of(
            TestRules.exploring(),
            Strategy.roundRobin(),
            kernel -> {
              for (int child = 0; child < 3; child++) {
                kernel.start(
                    kernel.create(TaskType.THREAD, "t", false),
                    () -> {
                      try {
                        kernel.sleep(1_000_000);
                      } finally {
                        unwound[0]++;
                      }
                    });
              }
              for (int turn = 0; turn < 20; turn++) {
                kernel.slice();
              }
              kernel.end(new Reason.Stopped());
              kernel.slice();
            });
    assertInstanceOf(Reason.Stopped.class, performance.reason());
    assertEquals(3, unwound[0]);
    assertTrue(performance.steps().size() >= 4);
  }
}
