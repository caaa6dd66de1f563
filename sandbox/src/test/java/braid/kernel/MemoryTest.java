package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import braid.kernel.memory.Access;
import braid.kernel.memory.Memory;
import braid.kernel.memory.Place;
import braid.kernel.schedule.Choices;
import braid.kernel.schedule.ScheduleToken;
import braid.kernel.schedule.Strategy;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.ObjectType;
import braid.trace.Reason;
import braid.trace.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private int counter;

  /// Two threads that each add one to a global, which the first task has set and looks at.
  private void lostUpdate(Kernel kernel) {
    counter = 0;
    Memory memory = kernel.memory();
    Place place = memory.place(memory.globals(0), "counter");
    tell(kernel, place, Access.WRITE);
    Runnable add =
        () -> {
          tell(kernel, place, Access.READ);
          int seen = counter;
          tell(kernel, place, Access.WRITE);
          counter = seen + 1;
        };
    int one = kernel.create(TaskType.THREAD, "one", false);
    int two = kernel.create(TaskType.THREAD, "two", false);
    kernel.start(one, add);
    kernel.start(two, add);
    kernel.join(one, -1);
    kernel.join(two, -1);
    tell(kernel, place, Access.READ);
  }

  private void tell(Kernel kernel, Place place, Access access) {
    if (kernel.memory().access(place, access, 1)) {
      kernel.memory().value(String.valueOf(counter));
    }
  }

  @Test
  void every_order_of_reads_and_writes_is_possible() {
    var results = new TreeSet<Integer>();
    Exhaustive.each(TestRules.exploring(), this::lostUpdate, done -> results.add(counter));
    assertEquals(List.of(1, 2), List.copyOf(results));
  }

  @Test
  void what_one_task_alone_has_touched_is_no_object_and_no_step() {
    Performance alone =
        perform(
            kernel -> {
              var owner = kernel.memory().own("account");
              var place = kernel.memory().place(owner, ".balance");
              assertEquals("account.balance", place.name());
              kernel.memory().access(place, Access.WRITE, 3);
            });
    assertEquals(List.of(), variables(alone));
    Performance shared = perform(this::lostUpdate);
    assertEquals(List.of("counter"), variables(shared));
    List<Action> told =
        shared.steps().stream()
            .map(Entry.Step::action)
            .filter(action -> action instanceof Action.Read || action instanceof Action.Write)
            .toList();
    assertEquals(5, told.size(), "all but the first one, which was alone: " + told);
  }

  @Test
  void the_whole_and_a_part_are_shared_together() {
    Performance both =
        perform(
            kernel -> {
              var owner = kernel.memory().own("list");
              int child = kernel.create(TaskType.THREAD, "child", false);
              kernel.start(child, () -> kernel.memory().accessAll(owner, Access.READ, 1));
              kernel.join(child, -1);
              kernel.memory().access(kernel.memory().place(owner, "[0]"), Access.READ, 1);
            });
    assertEquals(List.of("list[0]"), variables(both));
  }

  @Test
  void a_replay_is_equal_to_the_byte_and_skipped_points_do_not_matter() {
    for (long seed = 0; seed < 40; seed++) {
      Performance first =
          Performance.of(TestRules.exploring(), Strategy.random(seed), this::lostUpdate);
      int result = counter;
      Performance again = Performance.of(TestRules.exploring(), first.replay(), this::lostUpdate);
      assertEquals(first.lines(), again.lines());
      assertEquals(result, counter);
    }
  }

  @Test
  void used_up_choices_are_no_mistake_of_the_schedule() {
    Strategy empty = new ScheduleToken.Recorded(new Choices()).strategy();
    Performance free = Performance.of(TestRules.exploring(), empty, this::lostUpdate);
    assertEquals(new Reason.Completed(), free.reason());
    assertEquals(2, counter);
  }

  @Test
  void keys_do_not_depend_on_the_schedule() {
    var keys = new TreeSet<Long>();
    for (long seed = 0; seed < 20; seed++) {
      Performance.of(
          TestRules.exploring(),
          Strategy.random(seed),
          kernel -> {
            List<Integer> children = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
              int child = kernel.create(TaskType.THREAD, "child", false);
              children.add(child);
              kernel.start(
                  child,
                  () -> {
                    kernel.slice();
                    keys.add(kernel.memory().own("thing").key());
                  });
            }
            children.forEach(child -> kernel.join(child, -1));
          });
    }
    assertEquals(2, keys.size());
    assertNotEquals(keys.first(), keys.last());
  }

  private static Performance perform(Consumer<Kernel> main) {
    return Performance.of(TestRules.exploring(), Strategy.roundRobin(), main);
  }

  private static List<String> variables(Performance performance) {
    return performance.entries().stream()
        .filter(Entry.ObjectAdded.class::isInstance)
        .map(Entry.ObjectAdded.class::cast)
        .filter(added -> added.type() == ObjectType.VARIABLE)
        .map(Entry.ObjectAdded::name)
        .toList();
  }
}
