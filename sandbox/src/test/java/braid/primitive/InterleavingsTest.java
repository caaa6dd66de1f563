package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.trace.Action;
import braid.trace.Order;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many ways small programs have, and how many of them get stuck. Enabledness is right exactly
/// when these numbers are.
class InterleavingsTest {
  private static final Action.OnObject ACQUIRE = new Action.Acquire(0);
  private static final Action.OnObject RELEASE = new Action.Release(0, 1);
  private static final Action.OnObject READ = new Action.Read(0, "");
  private static final Action.OnObject WRITE = new Action.Write(0, "1");

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 6", "4, 24", "5, 120"})
  void n_tasks_take_a_lock_in_n_factorial_orders(int tasks, int ways) {
    var locked = Interleavings.of(Mutex::plain, List.of(ACQUIRE, RELEASE), tasks);
    assertEquals(ways, locked.all().size());
    assertEquals(0, locked.stuck());
  }

  @Test
  void two_tasks_that_read_and_write_have_six_ways_and_three_have_ninety() {
    List<Action.OnObject> increment = List.of(READ, WRITE);
    assertEquals(6, Interleavings.of(() -> new Cell("0", -1), increment, 2).all().size());
    assertEquals(90, Interleavings.of(() -> new Cell("0", -1), increment, 3).all().size());
  }

  @Test
  void a_plain_lock_taken_twice_is_stuck_and_a_reentrant_one_is_not() {
    List<Action.OnObject> twice = List.of(ACQUIRE, ACQUIRE, RELEASE, RELEASE);
    assertEquals(1, Interleavings.of(Mutex::plain, twice, 1).stuck());
    assertEquals(0, Interleavings.of(Mutex::reentrant, twice, 1).stuck());
    assertEquals(2, Interleavings.of(Mutex::reentrant, twice, 2).all().size());
  }

  @Test
  void two_locks_in_opposite_order_are_stuck_in_two_of_six_ways() {
    var first =
        List.<Action.OnObject>of(ACQUIRE, new Action.Acquire(1), new Action.Release(1, 1), RELEASE);
    var second =
        List.<Action.OnObject>of(new Action.Acquire(1), ACQUIRE, RELEASE, new Action.Release(1, 1));
    var both =
        new Interleavings(() -> List.of(Mutex.plain(), Mutex.plain()), List.of(first, second));
    assertEquals(2, both.stuck());
    assertEquals(6, both.all().size());
  }

  @Test
  void a_permit_for_two_lets_two_of_three_in() {
    var guarded = Interleavings.of(() -> Semaphore.bounded(2), List.of(ACQUIRE, RELEASE), 3);
    assertEquals(0, guarded.stuck());
    assertEquals(
        2, guarded.all().stream().mapToInt(way -> mostInside(way.order())).max().getAsInt());
    assertEquals(
        1, guarded.all().stream().mapToInt(way -> mostInside(way.order())).min().getAsInt());
  }

  private static int mostInside(List<Integer> order) {
    boolean[] inside = new boolean[3];
    int count = 0;
    int most = 0;
    for (int task : order) {
      inside[task] = !inside[task];
      count += inside[task] ? 1 : -1;
      most = Math.max(most, count);
    }
    return most;
  }

  @Test
  void a_queue_of_one_alternates_strictly() {
    var put = new Action.Put(0, "x");
    var get = new Action.Get(0, "");
    var pair =
        new Interleavings(
            () -> List.of(new Channel(Order.FIFO, 1)),
            List.of(List.of(put, put, put), List.of(get, get, get)));
    assertEquals(List.of(new Interleavings.Way(List.of(0, 1, 0, 1, 0, 1), true)), pair.all());
  }

  @Test
  void a_barrier_for_two_is_passed_only_after_both_came() {
    var pair =
        Interleavings.of(
            () -> new Barrier(2), List.of(new Action.Arrive(0), new Action.Pass(0)), 2);
    assertEquals(
        List.of(List.of(0, 1, 1, 0), List.of(1, 0, 0, 1)),
        pair.all().stream().map(Interleavings.Way::order).toList());
  }

  @Test
  void a_barrier_for_two_and_three_tasks_leaves_one_behind() {
    var three =
        Interleavings.of(
            () -> new Barrier(2), List.of(new Action.Arrive(0), new Action.Pass(0)), 3);
    assertEquals(three.all().size(), three.stuck());
  }

  @Test
  void a_wait_that_comes_after_its_only_notify_is_stuck() {
    var waiter =
        List.<Action.OnObject>of(ACQUIRE, new Action.Wait(1), new Action.Resume(1), RELEASE);
    var notifier = List.<Action.OnObject>of(ACQUIRE, new Action.Notify(1, 1), RELEASE);
    var pair =
        new Interleavings(
            () -> {
              Mutex lock = Mutex.plain();
              return List.of(lock, new Condition(0, lock));
            },
            List.of(waiter, notifier));
    assertEquals(
        List.of(
            new Interleavings.Way(List.of(0, 0, 1, 1, 1, 0, 0), true),
            new Interleavings.Way(List.of(1, 1, 1, 0, 0), false)),
        pair.all());
  }
}
