package braid.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.FutureStatus;
import braid.trace.ObjectState;
import braid.trace.ObjectType;
import braid.trace.Order;
import braid.trace.Reason;
import braid.trace.Reason.DeadlockType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What kind of deadlock it was, from who waits and what came before.
class DeadlockTypeTest {
  private final Tape tape = new Tape();
  private final int one = tape.task("one");
  private final int other = tape.task("other");
  private final int a = tape.lock("a");
  private final int b = tape.lock("b");

  private Judge.Judgement judged(Reason.Waiting... waiting) {
    Judge judge = new Judge();
    for (Entry entry : tape.entries) {
      judge.note(entry);
    }
    return judge.judge(Reason.Deadlock.of(List.of(waiting)), Optional.empty());
  }

  private static DeadlockType typeOf(Judge.Judgement judged) {
    return ((Reason.Deadlock) judged.reason()).type();
  }

  private static Reason.Waiting waiting(int task, int object, int holder) {
    return new Reason.Waiting(task, 5, object, holder, -1);
  }

  @Test
  void each_holds_what_the_other_wants() {
    assertEquals(
        DeadlockType.LOCK_CYCLE, typeOf(judged(waiting(one, b, other), waiting(other, a, one))));
  }

  @Test
  void a_lock_that_is_wanted_again_was_not_given_back() {
    assertEquals(DeadlockType.MISSING_RELEASE, typeOf(judged(waiting(one, a, one))));
  }

  @Test
  void a_lock_whose_holder_has_ended_was_not_given_back() {
    tape.act(other, 3, new Action.Acquire(a)).act(other, 4, new Action.End(""));
    Judge.Judgement judged = judged(waiting(one, a, other));
    assertEquals(DeadlockType.MISSING_RELEASE, typeOf(judged));
    assertTrue(judged.detail().endsWith("has ended without giving it back."), judged.detail());
  }

  @Test
  void tasks_that_join_each_other_never_end() {
    assertEquals(
        DeadlockType.JOIN_CYCLE, typeOf(judged(waiting(one, -1, other), waiting(other, -1, one))));
  }

  @Test
  void a_notify_that_nobody_heard_is_named() {
    int room = tape.condition("ready", a);
    tape.act(other, 7, new Action.Notify(room, 1));
    Judge.Judgement judged = judged(waiting(one, room, -1));
    assertEquals(DeadlockType.LOST_WAKEUP, typeOf(judged));
    assertEquals(
        List.of(new Reason.Notice(other, 7, room, 0)), ((Reason.Deadlock) judged.reason()).early());
    assertTrue(
        judged
            .detail()
            .endsWith("other notified ready too early (line 7, step 1): nobody waited yet."),
        judged.detail());
  }

  @Test
  void a_notify_that_was_heard_is_none_of_them() {
    int room = tape.condition("ready", a);
    ObjectState full = new ObjectState.Condition(a, List.of(one));
    tape.act(one, 6, new Action.Wait(room), new Change.OfObject(room, full));
    tape.act(other, 7, new Action.Notify(room, 1));
    assertEquals(DeadlockType.OTHER, typeOf(judged(waiting(one, room, -1))));
  }

  @Test
  void work_that_nobody_does_starves_a_pool() {
    int future =
        tape.add(
            ObjectType.FUTURE,
            "inner",
            new ObjectState.Future(FutureStatus.PENDING, "", List.of()));
    assertEquals(DeadlockType.POOL_STARVATION, typeOf(judged(waiting(one, future, -1))));
  }

  @Test
  void a_queue_at_whose_other_end_nobody_is_left() {
    int queue =
        tape.add(
            ObjectType.QUEUE,
            "orders",
            new ObjectState.Channel(Order.FIFO, 0, 0, List.of(), 0, List.of(), List.of()));
    assertEquals(DeadlockType.QUEUE_NEVER_FILLED, typeOf(judged(waiting(one, queue, -1))));
  }
}
