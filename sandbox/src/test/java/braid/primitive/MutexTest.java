package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutexTest {
  private static final Action ACQUIRE = new Action.Acquire(0);
  private static final Action RELEASE = new Action.Release(0, 1);

  @Test
  void a_released_lock_is_free_and_wakes_all_who_wait_in_the_order_they_came() {
    Mutex lock = Mutex.plain();
    new Stage(lock).does(1, ACQUIRE).waits(3, ACQUIRE).waits(2, ACQUIRE).does(1, RELEASE, 0, 3, 2);
    assertEquals(new ObjectState.Mutex(-1, 0, List.of(3, 2)), lock.state());
  }

  @Test
  void somebody_who_comes_by_may_take_a_free_lock_before_those_who_wait() {
    Mutex lock = Mutex.plain();
    new Stage(lock)
        .does(1, ACQUIRE)
        .waits(2, ACQUIRE)
        .does(1, RELEASE, 0, 2)
        .does(1, ACQUIRE)
        .waits(2, ACQUIRE);
    assertEquals(new ObjectState.Mutex(1, 1, List.of(2)), lock.state());
  }

  @Test
  void a_plain_lock_may_be_released_by_anybody_but_only_while_it_is_locked() {
    new Stage(Mutex.plain())
        .errs(1, RELEASE, "release unlocked lock")
        .does(1, ACQUIRE)
        .waits(1, ACQUIRE)
        .does(2, RELEASE, 0, 1);
  }

  @Test
  void a_reentrant_lock_belongs_to_its_holder_until_the_last_release() {
    Mutex lock = Mutex.reentrant();
    new Stage(lock)
        .errs(1, RELEASE, "cannot release un-acquired lock")
        .does(1, ACQUIRE)
        .does(1, ACQUIRE)
        .errs(2, RELEASE, "cannot release un-acquired lock")
        .waits(2, ACQUIRE)
        .does(1, RELEASE);
    assertEquals(new ObjectState.Mutex(1, 1, List.of(2)), lock.state());
    new Stage(lock).does(1, RELEASE, 0, 2).does(2, ACQUIRE);
  }

  @Test
  void who_gives_up_waits_no_longer() {
    Mutex lock = Mutex.plain();
    new Stage(lock).does(1, ACQUIRE).waits(2, ACQUIRE).waits(3, ACQUIRE).expires(2);
    assertEquals(List.of(3), lock.state().waiters());
  }

  @Test
  void a_picture_lists_only_the_first_of_many_waiters_but_all_are_woken() {
    Mutex lock = Mutex.plain();
    Stage stage = new Stage(lock).does(0, ACQUIRE);
    IntStream.rangeClosed(1, 100).forEach(task -> stage.waits(task, ACQUIRE));
    assertEquals(ObjectState.SHOWN_MAX, lock.state().waiters().size());
    stage.does(0, RELEASE, 0, IntStream.rangeClosed(1, 100).boxed().toArray(Integer[]::new));
  }

  @Test
  void taking_and_releasing_a_lock_nobody_waits_for_makes_no_new_effect() {
    Mutex lock = Mutex.plain();
    assertSame(Effect.DONE, lock.apply(1, ACQUIRE));
    assertSame(Effect.DONE, lock.apply(1, RELEASE));
  }
}
