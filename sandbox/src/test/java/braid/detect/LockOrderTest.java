package braid.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Names;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LockOrderTest {
  private final Tape tape = new Tape();
  private int one;
  private int other;
  private int a;
  private int b;
  private int gate;

  @BeforeEach
  void begin() {
    one = tape.task("one");
    other = tape.task("other");
    a = tape.lock("a");
    b = tape.lock("b");
    gate = tape.lock("gate");
    tape.act(0, 1, new Action.Start(one)).act(0, 2, new Action.Start(other));
  }

  private List<Entry.Inversion> inversions() {
    Names names = new Names();
    LockOrder order = new LockOrder(names);
    for (Entry entry : tape.entries) {
      names.note(entry);
      order.note(entry);
    }
    return order.inversions();
  }

  @Test
  void two_locks_in_opposite_order_are_told_with_tasks_and_lines() {
    tape.nest(one, 10, a, b).nest(other, 20, b, a);
    assertEquals(
        List.of(
            new Entry.Inversion(
                List.of(
                    new Entry.Taking("one", "a", 10, "b", 11),
                    new Entry.Taking("other", "b", 20, "a", 21)))),
        inversions());
  }

  @Test
  void the_same_order_is_fine() {
    tape.nest(one, 10, a, b).nest(other, 20, a, b);
    assertEquals(List.of(), inversions());
  }

  @Test
  void one_task_alone_waits_for_nobody() {
    tape.nest(one, 10, a, b).nest(one, 20, b, a);
    assertEquals(List.of(), inversions());
  }

  @Test
  void a_lock_around_both_keeps_them_apart() {
    tape.nest(one, 10, gate, a, b).nest(other, 20, gate, b, a);
    assertEquals(List.of(), inversions());
  }

  @Test
  void who_was_joined_before_the_other_began_is_gone() {
    int last = tape.task("last");
    tape.nest(one, 10, a, b);
    tape.act(0, 3, new Action.Join(one)).act(0, 4, new Action.Start(last));
    tape.nest(last, 20, b, a);
    assertEquals(List.of(), inversions());
  }

  @Test
  void a_circle_of_three_is_found_once() {
    int third = tape.task("third");
    tape.act(0, 3, new Action.Start(third));
    tape.nest(one, 10, a, b).nest(other, 20, b, gate).nest(third, 30, gate, a);
    assertEquals(1, inversions().size());
    assertEquals(3, inversions().getFirst().circle().size());
  }

  @Test
  void who_only_tries_waits_for_nobody() {
    Names names = new Names();
    LockOrder order = new LockOrder(names);
    tape.nest(one, 10, a, b).act(other, 20, new Action.Acquire(b));
    tape.entries.forEach(order::note);
    order.tries(other);
    new Tape().act(other, 21, new Action.Acquire(a)).entries.forEach(order::note);
    assertEquals(List.of(), order.inversions());
  }

  @Test
  void a_condition_gives_its_lock_back_while_it_waits() {
    int room = tape.condition("room", a);
    tape.act(one, 10, new Action.Acquire(a))
        .act(one, 11, new Action.Wait(room))
        .act(one, 12, new Action.Acquire(b))
        .act(one, 12, new Action.Release(b, 1))
        .nest(other, 20, b, a);
    assertEquals(List.of(), inversions());
  }
}
