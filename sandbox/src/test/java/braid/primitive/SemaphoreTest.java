package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SemaphoreTest {
  private static final Action ACQUIRE = new Action.Acquire(0);

  private static Action release(int count) {
    return new Action.Release(0, count);
  }

  @Test
  void as_many_get_in_as_there_are_permits() {
    Semaphore semaphore = Semaphore.unbounded(2);
    new Stage(semaphore).does(1, ACQUIRE).does(2, ACQUIRE).waits(4, ACQUIRE).waits(3, ACQUIRE);
    assertEquals(new ObjectState.Semaphore(0, 2, false, List.of(4, 3)), semaphore.state());
    new Stage(semaphore).does(1, release(1), 0, 4, 3).does(3, ACQUIRE).waits(4, ACQUIRE);
    assertEquals(List.of(4), semaphore.state().waiters());
  }

  @Test
  void several_permits_come_back_at_once() {
    new Stage(Semaphore.unbounded(0))
        .waits(1, ACQUIRE)
        .waits(2, ACQUIRE)
        .does(3, release(2), 0, 1, 2)
        .does(2, ACQUIRE)
        .does(1, ACQUIRE)
        .waits(1, ACQUIRE);
  }

  @Test
  void anybody_may_release_more_than_there_were_unless_it_is_bounded() {
    new Stage(Semaphore.unbounded(1)).does(1, release(5));
    new Stage(Semaphore.bounded(1)).errs(1, release(1), "Semaphore released too many times");
    new Stage(Semaphore.bounded(3))
        .does(1, ACQUIRE)
        .errs(1, release(2), "Semaphore released too many times")
        .does(1, release(1));
  }

  @Test
  void fewer_than_one_permit_cannot_be_released() {
    new Stage(Semaphore.unbounded(1))
        .errs(1, release(0), "n must be one or more")
        .errs(1, release(-1), "n must be one or more");
  }

  @Test
  void no_permit_is_lost_or_made_whatever_tasks_do() {
    Random random = new Random(1);
    Semaphore semaphore = Semaphore.bounded(5);
    long taken = 0;
    for (int step = 0; step < 10_000; step++) {
      Action action = random.nextBoolean() ? ACQUIRE : release(1 + random.nextInt(3));
      int task = random.nextInt(4);
      if (!semaphore.isEnabled(task, action)) {
        semaphore.park(task, action);
      } else if (semaphore.apply(task, action) instanceof Effect.Granted) {
        taken += action instanceof Action.Release(int _, int count) ? -count : 1;
      }
      assertEquals(5, semaphore.value() + taken);
    }
  }

  @Test
  void it_cannot_start_with_less_than_nothing() {
    assertThrows(IllegalArgumentException.class, () -> Semaphore.unbounded(-1));
  }
}
