package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarrierTest {
  private static final Action ARRIVE = new Action.Arrive(0);
  private static final Action PASS = new Action.Pass(0);
  private static final Action ABORT = new Action.Abort(0);
  private static final Action RESET = new Action.Reset(0);

  private final Barrier barrier = new Barrier(3);
  private final Stage stage = new Stage(barrier);

  @Test
  void each_arrival_has_its_index_and_the_last_one_opens() {
    stage.does(5, ARRIVE, 0).waits(5, PASS).does(7, ARRIVE, 1).waits(7, PASS).does(6, ARRIVE, 2);
    stage.waits(5, PASS).waits(7, PASS);
    assertEquals(new ObjectState.Barrier(3, List.of(5, 7, 6), false), barrier.state());
    assertEquals(3, barrier.waiting());
    stage.does(6, PASS, 0, 5, 7);
    assertEquals(0, barrier.waiting());
    stage.does(7, PASS).does(5, PASS);
    assertEquals(new ObjectState.Barrier(3, List.of(), false), barrier.state());
  }

  @Test
  void new_arrivals_wait_until_all_have_passed() {
    fill();
    stage.waits(4, ARRIVE).does(3, PASS, 0, 1, 2).waits(3, ARRIVE).waits(4, ARRIVE);
    stage.does(1, PASS).does(2, PASS, 0, 4, 3).does(3, ARRIVE, 0).does(4, ARRIVE, 1);
  }

  @Test
  void a_barrier_for_one_opens_at_once_and_again_and_again() {
    Stage lonely = new Stage(new Barrier(1));
    for (int round = 0; round < 3; round++) {
      lonely.does(1, ARRIVE, 0).waits(2, ARRIVE).does(1, PASS, 0, 2);
    }
  }

  @Test
  void a_broken_barrier_lets_nobody_wait() {
    stage.does(1, ARRIVE, 0).waits(1, PASS).does(2, ABORT, 0, 1);
    stage.errs(3, ARRIVE, "the barrier is broken").does(1, PASS, 1);
    assertTrue(barrier.isBroken());
    stage.errs(1, ARRIVE, "the barrier is broken");
  }

  @Test
  void a_reset_breaks_those_who_wait_and_is_new_when_they_have_gone() {
    stage.does(1, ARRIVE, 0).waits(1, PASS).does(2, ARRIVE, 1).waits(2, PASS);
    stage.does(3, RESET, 0, 1, 2).waits(3, ARRIVE);
    assertFalse(barrier.isBroken());
    stage.does(2, PASS, 1).does(1, PASS, 1, 3).does(3, ARRIVE, 0);
  }

  @Test
  void a_reset_mends_a_broken_barrier_when_the_last_one_has_gone() {
    stage.does(1, ARRIVE, 0).waits(1, PASS).does(2, ABORT, 0, 1).does(2, RESET);
    assertFalse(barrier.isBroken());
    stage.waits(2, ARRIVE).does(1, PASS, 1, 2).does(2, ARRIVE, 0);
  }

  @Test
  void a_reset_of_an_empty_barrier_makes_it_new_at_once() {
    stage.does(1, ABORT).does(1, RESET).does(1, ARRIVE, 0);
    assertEquals(new ObjectState.Barrier(3, List.of(1), false), barrier.state());
  }

  @Test
  void a_reset_of_an_open_barrier_changes_nothing() {
    fill();
    stage.does(3, PASS, 0, 1, 2).does(4, RESET).does(1, PASS).does(2, PASS).does(4, ARRIVE, 0);
  }

  @Test
  void an_abort_of_an_open_barrier_breaks_those_who_have_not_passed() {
    fill();
    stage.does(3, PASS, 0, 1, 2).does(1, PASS).does(4, ABORT).does(2, PASS, 1);
    assertTrue(barrier.isBroken());
  }

  @Test
  void a_barrier_action_that_fails_breaks_it() {
    fill();
    stage.does(3, ABORT, 0, 1, 2).does(3, PASS, 1).does(2, PASS, 1).does(1, PASS, 1);
    assertTrue(barrier.isBroken());
  }

  @Test
  void while_the_barrier_action_runs_others_neither_abort_nor_reset() {
    fill();
    stage.waits(4, ABORT).waits(5, RESET).does(3, PASS, 0, 1, 2, 4, 5);
  }

  @Test
  void whose_time_runs_out_breaks_it_for_the_others() {
    stage.does(1, ARRIVE, 0).waits(1, PASS).does(2, ARRIVE, 1).waits(2, PASS).expires(1);
    assertEquals(new ObjectState.Barrier(3, List.of(2), true), barrier.state());
    stage.does(2, PASS, 1);
  }

  @Test
  void time_that_runs_out_when_all_have_come_changes_nothing() {
    fill();
    stage.expiresInVain(1).does(3, PASS, 0, 1, 2).expiresInVain(2).does(1, PASS).does(2, PASS);
  }

  @Test
  void an_arrival_that_is_cancelled_breaks_nothing() {
    stage.does(1, ARRIVE, 0).waits(1, PASS);
    barrier.leave(1);
    assertEquals(new ObjectState.Barrier(3, List.of(), false), barrier.state());
  }

  @Test
  void a_party_has_at_least_one_member() {
    assertThrows(IllegalArgumentException.class, () -> new Barrier(0));
  }

  /// 1 and 2 wait, 3 has come last.
  private void fill() {
    stage.does(1, ARRIVE, 0).waits(1, PASS).does(2, ARRIVE, 1).waits(2, PASS).does(3, ARRIVE, 2);
  }
}
