package braid.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tasks 1 and 2 are started by task 0; objects 0 and 1 are locks, 2 is a condition of lock 0.
class FastTrackTest {
  private static final ObjectState LOCK = new ObjectState.Mutex(-1, 0, List.of());
  private static final ObjectState ROOM = new ObjectState.Condition(0, List.of());

  private final FastTrack detector = new FastTrack();
  private int x;

  @BeforeEach
  void start() {
    detector.created(0);
    detector.created(1);
    detector.created(2);
    x = detector.place("x", -1);
    detector.write(0, x, 1);
    detector.order(0, 1);
    detector.order(0, 2);
  }

  private void acquire(int task, int lock) {
    detector.acted(task, new Action.Acquire(lock), LOCK);
  }

  private void release(int task, int lock) {
    detector.acted(task, new Action.Release(lock, 1), LOCK);
  }

  @Test
  void what_the_starter_did_is_seen_by_whom_it_started() {
    detector.read(1, x, 2);
    detector.read(2, x, 3);
    assertEquals(List.of(), detector.races());
  }

  @Test
  void a_write_beside_a_read_is_a_race_with_both_tasks_and_lines() {
    detector.read(1, x, 2);
    detector.write(2, x, 3);
    assertEquals(
        List.of(new Race("x", new Race.Side(1, 2, false, 1), new Race.Side(2, 3, true, 2))),
        detector.races());
  }

  @Test
  void each_pair_of_lines_is_reported_once() {
    detector.write(1, x, 2);
    detector.write(2, x, 3);
    detector.write(2, x, 3);
    assertEquals(1, detector.races().size());
  }

  @Test
  void one_lock_orders_and_two_locks_do_not() {
    acquire(1, 0);
    detector.write(1, x, 2);
    release(1, 0);
    acquire(2, 0);
    detector.write(2, x, 3);
    release(2, 0);
    assertEquals(List.of(), detector.races());
    acquire(1, 1);
    detector.write(1, x, 4);
    release(1, 1);
    assertEquals(1, detector.races().size());
  }

  @Test
  void who_waits_gives_the_lock_back_and_takes_it_again() {
    acquire(1, 0);
    detector.write(1, x, 2);
    detector.acted(1, new Action.Wait(2), ROOM);
    acquire(2, 0);
    detector.write(2, x, 3);
    detector.acted(2, new Action.Notify(2, 1), ROOM);
    release(2, 0);
    detector.acted(1, new Action.Resume(2), ROOM);
    detector.read(1, x, 4);
    assertEquals(List.of(), detector.races());
  }

  @Test
  void who_is_joined_is_seen() {
    detector.write(1, x, 2);
    detector.order(1, 0);
    detector.read(0, x, 3);
    assertEquals(List.of(), detector.races());
  }

  @Test
  void time_that_passes_orders_everything() {
    detector.write(1, x, 2);
    detector.timePassed();
    detector.write(2, x, 3);
    assertEquals(List.of(), detector.races());
  }

  @Test
  void the_whole_meets_each_part_and_parts_do_not_meet() {
    int list = detector.place("list", -1);
    int first = detector.place("list[0]", list);
    int second = detector.place("list[1]", list);
    detector.write(1, first, 2);
    detector.write(2, second, 3);
    assertEquals(List.of(), detector.races());
    detector.read(2, list, 4);
    assertEquals(1, detector.races().size());
  }
}
