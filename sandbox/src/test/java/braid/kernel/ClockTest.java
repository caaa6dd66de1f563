package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.cost.Costs;
import braid.kernel.schedule.Strategy;
import braid.primitive.Barrier;
import braid.primitive.Condition;
import braid.primitive.Mutex;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.ObjectType;
import braid.trace.Outcome;
import braid.trace.Reason;
import braid.trace.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Virtual time: what takes how long.
class ClockTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long HOUR = 3_600 * SECOND;
  private static final Supplier<List<Primitive>> NOTHING = List::of;

  /// Where the machine proposes and another disposes, deadlines may come before their time.
  static Stream<StrategyLawsTest.Way> ways() {
    return StrategyLawsTest.ways().stream().filter(way -> !way.name().equals("random machine"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void an_hour_of_sleep_lasts_an_hour_and_sleeps_overlap(StrategyLawsTest.Way way) {
    List<Action> sleeper = List.of(new Action.Sleep(HOUR), new Action.Sleep(HOUR));
    assertAbout(2 * HOUR, way.perform(Script.ofEqual(NOTHING, sleeper, 3)).endNanos());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void sleepers_wake_in_the_order_of_their_times(StrategyLawsTest.Way way) {
    List<List<Action>> bodies = new ArrayList<>();
    for (int seconds : List.of(3, 1, 2)) {
      bodies.add(List.of(new Action.Sleep(seconds * SECOND)));
    }
    List<Integer> ended =
        way.perform(Script.of(NOTHING, bodies)).order().stream()
            .filter(did -> did.action() instanceof Action.End)
            .map(Performance.Did::task)
            .toList();
    assertEquals(List.of(2, 3, 1, 0), ended);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whoever_waits_for_a_lock_in_vain_gives_up_on_time(StrategyLawsTest.Way way) {
    Performance performance =
        perform(
            way,
            kernel -> {
              int lock = kernel.add(ObjectType.LOCK, "lock", 1, -1, Mutex.plain());
              assertEquals(Outcome.DONE, kernel.acquire(lock, -1));
              assertEquals(Outcome.FAILED, kernel.acquire(lock, 0));
              long before = kernel.now(true);
              assertEquals(Outcome.TIMEOUT, kernel.acquire(lock, SECOND));
              assertAbout(SECOND, kernel.now(true) - before);
            });
    assertEquals(new Reason.Completed(), performance.reason());
    assertEquals(
        List.of(Outcome.DONE, Outcome.FAILED, Outcome.BLOCKED, Outcome.TIMEOUT),
        performance.steps().stream()
            .filter(step -> step.action() instanceof Action.Acquire)
            .map(Entry.Step::outcome)
            .toList());
  }

  @Test
  void who_keeps_taking_a_lock_is_outrun_in_the_end() {
    Performance performance =
        perform(
            StrategyLawsTest.ways().getFirst(),
            kernel -> {
              int lock = kernel.add(ObjectType.LOCK, "lock", 1, -1, Mutex.plain());
              List<Integer> done = new ArrayList<>();
              kernel.acquire(lock, -1);
              int modest =
                  spawn(
                      kernel,
                      TaskType.THREAD,
                      () -> {
                        kernel.acquire(lock, -1);
                        done.add(kernel.current());
                        kernel.release(lock, 1);
                      });
              int turns = 0;
              while (done.isEmpty()) {
                kernel.sleep(2 * Costs.PATIENCE / Costs.OVERTAKEN_MAX);
                kernel.release(lock, 1);
                kernel.acquire(lock, -1);
                turns++;
              }
              kernel.release(lock, 1);
              assertTrue(kernel.join(modest, -1));
              assertTrue(turns > 1 && turns < 2 * Costs.OVERTAKEN_MAX, turns + " turns");
            });
    assertEquals(new Reason.Completed(), performance.reason());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_wait_that_nobody_ends_takes_the_lock_again_when_its_time_is_up(StrategyLawsTest.Way way) {
    perform(
        way,
        kernel -> {
          Mutex mutex = Mutex.plain();
          int lock = kernel.add(ObjectType.LOCK, "lock", 1, -1, mutex);
          int room = kernel.add(ObjectType.CONDITION, "room", 1, -1, new Condition(lock, mutex));
          kernel.acquire(lock, -1);
          assertEquals(Outcome.TIMEOUT, kernel.act(new Action.Wait(room), SECOND));
          assertEquals(kernel.current(), mutex.owner());
          assertAbout(SECOND, kernel.now(true));
        });
  }

  @ParameterizedTest
  @MethodSource("ways")
  void whose_time_is_up_in_the_room_waits_for_the_lock_all_the_same(StrategyLawsTest.Way way) {
    perform(
        way,
        kernel -> {
          Mutex mutex = Mutex.plain();
          int lock = kernel.add(ObjectType.LOCK, "lock", 1, -1, mutex);
          int room = kernel.add(ObjectType.CONDITION, "room", 1, -1, new Condition(lock, mutex));
          int waiter =
              spawn(
                  kernel,
                  TaskType.THREAD,
                  () -> {
                    kernel.acquire(lock, -1);
                    assertEquals(Outcome.TIMEOUT, kernel.act(new Action.Wait(room), 2 * SECOND));
                    assertAbout(4 * SECOND, kernel.now(true));
                    kernel.release(lock, 1);
                  });
          kernel.sleep(SECOND);
          kernel.acquire(lock, -1);
          kernel.sleep(3 * SECOND);
          kernel.release(lock, 1);
          assertTrue(kernel.join(waiter, -1));
        });
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_barrier_breaks_for_all_when_the_time_of_one_is_up(StrategyLawsTest.Way way) {
    perform(
        way,
        kernel -> {
          int barrier = kernel.add(ObjectType.BARRIER, "gate", 1, -1, new Barrier(3));
          int other =
              spawn(
                  kernel,
                  TaskType.THREAD,
                  () -> {
                    kernel.act(new Action.Arrive(barrier), -1);
                    assertEquals(Outcome.DONE, kernel.act(new Action.Pass(barrier), -1));
                    assertEquals(1, kernel.value());
                  });
          kernel.act(new Action.Arrive(barrier), -1);
          assertEquals(Outcome.TIMEOUT, kernel.act(new Action.Pass(barrier), SECOND));
          assertTrue(kernel.join(other, SECOND));
          assertAbout(SECOND, kernel.now(true));
        });
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_join_gives_up_on_time_and_succeeds_later(StrategyLawsTest.Way way) {
    perform(
        way,
        kernel -> {
          int child = spawn(kernel, TaskType.THREAD, () -> kernel.sleep(5 * SECOND));
          assertFalse(kernel.join(child, SECOND));
          assertTrue(kernel.isAlive(child));
          assertAbout(SECOND, kernel.now(true));
          assertTrue(kernel.join(child, HOUR));
          assertAbout(5 * SECOND, kernel.now(true));
        });
  }

  /// Three tasks compute for a tenth of a second each.
  @ParameterizedTest
  @CsvSource({
    "THREAD, 4, true, 3",
    "THREAD, 4, false, 1",
    "THREAD, 1, false, 3",
    "PROCESS, 4, true, 1",
    "PROCESS, 1, true, 3"
  })
  void computing_shares_cores_and_a_gil(TaskType type, int cores, boolean hasGil, int tenths) {
    Performance performance =
        Performance.of(
            TestRules.simulating(0, cores, hasGil),
            Strategy.simulate(),
            kernel -> {
              List<Integer> children = new ArrayList<>();
              for (int child = 0; child < 3; child++) {
                children.add(spawn(kernel, type, () -> compute(kernel)));
              }
              children.forEach(child -> kernel.join(child, -1));
            });
    long starting = type == TaskType.PROCESS ? 3 * Costs.PROCESS_LAUNCH + Costs.PROCESS_START : 0;
    assertTrue(
        Math.abs(performance.endNanos() - starting - tenths * SECOND / 10) < SECOND / 200,
        performance.endNanos() + " ns");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_killed_process_ends_with_all_its_threads_and_keeps_what_it_holds(
      StrategyLawsTest.Way way) {
    Performance performance =
        perform(
            way,
            kernel -> {
              int lock = kernel.add(ObjectType.LOCK, "lock", 0, -1, Mutex.plain());
              int child =
                  spawn(
                      kernel,
                      TaskType.PROCESS,
                      () -> {
                        kernel.acquire(lock, -1);
                        spawn(kernel, TaskType.THREAD, () -> kernel.sleep(HOUR));
                        kernel.sleep(HOUR);
                      });
              kernel.sleep(SECOND);
              kernel.processes().kill(child, "SIGTERM");
              assertTrue(kernel.join(child, -1));
              assertFalse(kernel.isAlive(child + 1));
              assertEquals(Outcome.FAILED, kernel.acquire(lock, 0));
            });
    assertAbout(SECOND, performance.endNanos());
  }

  @Test
  void time_stands_still_while_somebody_can_run() {
    Performance performance =
        Performance.of(
            TestRules.exploring(),
            Strategy.roundRobin(),
            kernel -> {
              spawn(kernel, TaskType.THREAD, () -> kernel.sleep(1));
              for (int turn = 0; turn < 100; turn++) {
                assertEquals(0, kernel.now(true));
                kernel.slice();
              }
            });
    assertEquals(0, performance.endNanos());
  }

  private static Performance perform(StrategyLawsTest.Way way, Consumer<Kernel> main) {
    return Performance.of(way.rules(), way.strategy().get(), main);
  }

  private static int spawn(Kernel kernel, TaskType type, Runnable body) {
    int child = kernel.create(type, "child", false);
    kernel.start(child, body);
    return child;
  }

  private static void compute(Kernel kernel) {
    for (long statements = SECOND / 10 / Costs.STATEMENT; statements > 0; statements--) {
      if (kernel.statement(1)) {
        kernel.slice();
      }
    }
  }

  private static void assertAbout(long nanos, long actual) {
    assertTrue(actual >= nanos && actual < nanos + SECOND / 50, actual + " ns, not about " + nanos);
  }
}
