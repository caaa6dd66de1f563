package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.primitive.Cell;
import braid.primitive.Mutex;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Under a strategy that makes every choice, the kernel shows every order a program can have, each
/// once, and no other.
class InterleavingTest {
  private static final Supplier<List<Primitive>> LOCK = () -> List.of(Mutex.plain());
  private static final Supplier<List<Primitive>> VARIABLE = () -> List.of(new Cell("0", -1));
  private static final List<Action> LOCKED =
      List.of(new Action.Acquire(0), new Action.Release(0, 1));
  private static final List<Action> INCREMENT =
      List.of(new Action.Read(0, ""), new Action.Write(0, "1"));

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 2", "2, 6"})
  void the_first_task_and_n_more_take_a_lock_in_every_order(int more, int orders) {
    assertEquals(orders, ordersOnObjects(together(LOCK, LOCKED, more)).size());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 6"})
  void reads_and_writes_mix_in_every_order(int more, int orders) {
    assertEquals(orders, ordersOnObjects(together(VARIABLE, INCREMENT, more)).size());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 151"})
  void n_tasks_that_lock_have_so_many_executions_with_their_begins_and_ends(int tasks, int count) {
    assertEquals(count, assertSameOrders(Script.ofEqual(LOCK, LOCKED, tasks)));
  }

  @Test
  void random_scripts_have_the_orders_and_the_deadlocks_they_should_have() {
    int executions = 0;
    for (long seed = 0; seed < 40; seed++) {
      executions += assertSameOrders(RandomScripts.of(seed, 2, 2));
    }
    assertTrue(executions > 1_000, "enough to mean something: " + executions);
  }

  /// `more` tasks do what the first one does meanwhile.
  private static Script together(Supplier<List<Primitive>> objects, List<Action> body, int more) {
    Script script = Script.ofEqual(objects, body, more);
    List<Action> main = new ArrayList<>(script.tasks().getFirst());
    main.addAll(more, body);
    List<List<Action>> tasks = new ArrayList<>(script.tasks());
    tasks.set(0, main);
    return new Script(objects, tasks);
  }

  /// Says in how many executions.
  private static int assertSameOrders(Script script) {
    Set<Rehearsal.Ending> shown = new HashSet<>();
    int executions =
        Exhaustive.each(
            TestRules.exploring(),
            script.main(),
            performance -> {
              TraceLaws.check(performance, script);
              boolean isStuck = performance.reason() instanceof Reason.Deadlock;
              shown.add(new Rehearsal.Ending(performance.order(), isStuck));
            });
    assertEquals(Rehearsal.allOf(script), shown, script.tasks()::toString);
    assertEquals(executions, shown.size(), "no order is shown twice");
    return executions;
  }

  private static Set<List<Performance.Did>> ordersOnObjects(Script script) {
    Set<List<Performance.Did>> orders = new HashSet<>();
    Exhaustive.each(
        TestRules.exploring(),
        script.main(),
        performance ->
            orders.add(
                performance.order().stream()
                    .filter(did -> did.action() instanceof Action.OnObject)
                    .toList()));
    return orders;
  }
}
