package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import braid.kernel.schedule.Strategy;
import braid.primitive.Barrier;
import braid.primitive.Channel;
import braid.primitive.Condition;
import braid.primitive.Flag;
import braid.primitive.Mutex;
import braid.primitive.Primitive;
import braid.primitive.Semaphore;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Order;
import braid.trace.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// When nobody can ever go on: seen at once, with all who wait and what for.
class DeadlockTest {
  private static final Action TAKE_A = new Action.Acquire(0);
  private static final Action TAKE_B = new Action.Acquire(1);
  private static final Supplier<List<Primitive>> TWO_LOCKS =
      () -> List.of(Mutex.plain(), Mutex.plain());

  static List<StrategyLawsTest.Way> ways() {
    return StrategyLawsTest.ways();
  }

  @Test
  void two_locks_in_opposite_order_name_each_others_holders() {
    Script script = Script.of(TWO_LOCKS, List.of(List.of(TAKE_A, TAKE_B), List.of(TAKE_B, TAKE_A)));
    List<Reason> reasons = new ArrayList<>();
    Exhaustive.each(
        TestRules.exploring(),
        script.main(),
        performance -> {
          var deadlock = assertInstanceOf(Reason.Deadlock.class, performance.reason());
          List<Reason.Waiting> waiting = deadlock.waiting();
          if (waiting.size() == 3) {
            reasons.add(deadlock);
            var steps = performance.steps();
            assertEquals(
                List.of(
                    new Reason.Waiting(1, 2, 1, 2, indexOf(steps, 2, TAKE_B)),
                    new Reason.Waiting(2, 2, 0, 1, indexOf(steps, 1, TAKE_A))),
                waiting.subList(1, 3));
          }
        });
    // The ways to mix "begin, take A" with "start the other, it begins, it takes B".
    assertEquals(10, reasons.size());
  }

  private static int indexOf(List<Entry.Step> steps, int task, Action action) {
    return steps.stream()
        .filter(step -> step.task() == task && step.action().equals(action))
        .findFirst()
        .orElseThrow()
        .index();
  }

  /// Programs that get stuck under every schedule; all of these wait for one object.
  @ParameterizedTest
  @MethodSource("ways")
  void a_hopeless_wait_is_a_deadlock_under_every_strategy(StrategyLawsTest.Way way) {
    assertStuck(way, Mutex::plain, List.of(TAKE_A, TAKE_A));
    assertStuck(way, () -> Semaphore.unbounded(0), List.of(TAKE_A));
    assertStuck(way, Flag::new, List.of(new Action.Await(0)));
    assertStuck(way, () -> new Channel(Order.FIFO, 0), List.of(new Action.Get(0, "")));
    assertStuck(
        way,
        () -> new Channel(Order.FIFO, 1),
        List.of(new Action.Put(0, "a"), new Action.Put(0, "b")));
    assertStuck(
        way,
        () -> new Channel(Order.FIFO, 0),
        List.of(new Action.Put(0, "a"), new Action.Get(0, ""), new Action.Drain(0)));
    assertStuck(way, () -> new Barrier(2), List.of(new Action.Arrive(0), new Action.Pass(0)));
  }

  private static void assertStuck(
      StrategyLawsTest.Way way, Supplier<Primitive> object, List<Action> body) {
    Script script = Script.ofEqual(() -> List.of(object.get()), body, 1);
    var deadlock = assertInstanceOf(Reason.Deadlock.class, way.perform(script).reason());
    assertEquals(List.of(0, 1), deadlock.waiting().stream().map(Reason.Waiting::task).toList());
    assertEquals(0, deadlock.waiting().getLast().object());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_wait_without_a_notify_waits_for_the_condition(StrategyLawsTest.Way way) {
    Script script =
        Script.ofEqual(
            () -> {
              Mutex lock = Mutex.plain();
              return List.of(lock, new Condition(0, lock));
            },
            List.of(TAKE_A, new Action.Wait(1)),
            2);
    var deadlock = assertInstanceOf(Reason.Deadlock.class, way.perform(script).reason());
    assertEquals(
        List.of(
            new Reason.Waiting(0, 3, -1, 1, -1),
            new Reason.Waiting(1, 2, 1, -1, -1),
            new Reason.Waiting(2, 2, 1, -1, -1)),
        deadlock.waiting());
  }

  @Test
  void a_lock_whose_holder_has_ended_still_names_it() {
    Script script = Script.of(TWO_LOCKS, List.of(List.of(TAKE_A), List.of(TAKE_A)));
    Performance performance =
        Performance.of(TestRules.exploring(), Strategy.roundRobin(), script.main());
    var deadlock = assertInstanceOf(Reason.Deadlock.class, performance.reason());
    var waiting = deadlock.waiting().getLast();
    assertEquals(0, waiting.object());
    assertEquals(3 - waiting.task(), waiting.holder());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_sleeper_or_a_deadline_is_no_deadlock(StrategyLawsTest.Way way) {
    Script script =
        Script.of(
            () -> List.of(new Flag()),
            List.of(
                List.of(new Action.Await(0)),
                List.of(new Action.Sleep(1_000_000_000), new Action.Raise(0))));
    assertEquals(new Reason.Completed(), way.perform(script).reason());
  }
}
