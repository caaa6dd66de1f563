package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Action ACQUIRE = new Action.Acquire(0);
  private static final Action RELEASE = new Action.Release(0, 1);
  private static final Action WAIT = new Action.Wait(1);
  private static final Action RESUME = new Action.Resume(1);

  private final Mutex mutex = Mutex.reentrant();
  private final Condition condition = new Condition(0, mutex);
  private final Stage lock = new Stage(mutex);
  private final Stage room = new Stage(condition);

  private static Action notify(int count) {
    return new Action.Notify(1, count);
  }

  /// The task takes the lock and waits.
  private void enter(int task) {
    lock.does(task, ACQUIRE);
    room.does(task, WAIT).waits(task, RESUME);
  }

  @Test
  void waiting_gives_the_lock_back_and_resuming_takes_it_as_often_as_it_was_taken() {
    lock.does(1, ACQUIRE).does(1, ACQUIRE).does(1, ACQUIRE).waits(2, ACQUIRE);
    room.does(1, WAIT, 0, 2).waits(1, RESUME);
    assertEquals(new ObjectState.Mutex(-1, 0, List.of(2)), mutex.state());
    assertEquals(new ObjectState.Condition(0, List.of(1)), condition.state());
    lock.does(2, ACQUIRE);
    room.does(2, notify(1), 1, 1).waits(1, RESUME);
    assertEquals(new ObjectState.Mutex(2, 1, List.of(1)), mutex.state());
    lock.does(2, RELEASE, 0, 1);
    room.does(1, RESUME, 1);
    assertEquals(new ObjectState.Mutex(1, 3, List.of()), mutex.state());
  }

  @Test
  void a_notify_wakes_those_who_wait_longest() {
    List.of(3, 1, 2).forEach(this::enter);
    lock.does(4, ACQUIRE);
    room.does(4, notify(0), 0).does(4, notify(2), 2, 3, 1).does(4, notify(5), 1, 2);
    room.does(4, notify(1), 0).does(4, notify(-1), 0);
  }

  @Test
  void a_notify_of_all_empties_the_room_and_each_takes_the_lock_in_turn() {
    List.of(3, 1, 2).forEach(this::enter);
    lock.does(4, ACQUIRE);
    room.does(4, notify(-1), 3, 3, 1, 2);
    lock.does(4, RELEASE, 0, 3, 1, 2);
    room.does(1, RESUME, 1).waits(2, RESUME).waits(3, RESUME);
    lock.does(1, RELEASE, 0, 3, 2);
  }

  @Test
  void the_kernel_may_choose_whom_a_notify_wakes() {
    List.of(3, 1, 2).forEach(this::enter);
    assertEquals(List.of(3, 1, 2), condition.waiting());
    lock.does(4, ACQUIRE);
    assertEquals(new Effect.Granted(1, List.of(2)), condition.notify(4, List.of(2)));
    assertEquals(List.of(3, 1), condition.waiting());
    assertThrows(WrongAction.class, () -> condition.notify(4, List.of(2)));
  }

  @Test
  void whose_time_runs_out_still_has_to_take_the_lock() {
    enter(1);
    lock.does(2, ACQUIRE);
    room.expiresInVain(1).waits(1, RESUME);
    assertEquals(List.of(1), mutex.state().waiters());
    room.does(2, notify(1), 0);
    lock.does(2, RELEASE, 0, 1);
    room.does(1, RESUME, 0);
    assertEquals(1, mutex.owner());
  }

  @Test
  void time_that_runs_out_after_the_notify_changes_nothing() {
    enter(1);
    lock.does(2, ACQUIRE);
    room.does(2, notify(1), 1, 1).expiresInVain(1);
    lock.does(2, RELEASE, 0, 1);
    room.does(1, RESUME, 1);
  }

  @Test
  void who_is_cancelled_leaves_room_and_lock_alone() {
    enter(1);
    enter(2);
    condition.leave(1);
    lock.does(3, ACQUIRE);
    room.does(3, notify(-1), 1, 2);
    condition.leave(2);
    assertEquals(new ObjectState.Mutex(3, 1, List.of()), mutex.state());
    assertEquals(List.of(), condition.waiting());
  }

  @Test
  void without_the_lock_nobody_may_wait_or_notify() {
    room.errs(1, WAIT, "cannot wait on un-acquired lock");
    room.errs(1, notify(1), "cannot notify on un-acquired lock");
    lock.does(2, ACQUIRE);
    room.errs(1, WAIT, "cannot wait on un-acquired lock");
    room.errs(1, notify(-1), "cannot notify on un-acquired lock");
  }

  @Test
  void beside_a_plain_lock_it_is_enough_that_somebody_holds_it() {
    Mutex plain = Mutex.plain();
    Stage stage = new Stage(new Condition(0, plain));
    stage.errs(1, WAIT, "cannot wait on un-acquired lock");
    new Stage(plain).does(2, ACQUIRE);
    stage.does(1, notify(1), 0).does(1, WAIT);
    assertEquals(-1, plain.owner());
  }

  @Test
  void who_is_not_in_the_room_cannot_resume() {
    assertThrows(WrongAction.class, () -> condition.park(1, RESUME));
    assertThrows(WrongAction.class, () -> condition.apply(1, RESUME));
  }
}
