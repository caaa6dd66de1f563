package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.trace.Action;
import braid.trace.ObjectState;
import braid.trace.Order;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTest {
  private static final Action GET = new Action.Get(0, "");
  private static final Action TASK_DONE = new Action.TaskDone(0);
  private static final Action DRAIN = new Action.Drain(0);

  private static Action put(String item) {
    return new Action.Put(0, item);
  }

  @ParameterizedTest
  @CsvSource({"FIFO, a b c", "LIFO, c b a"})
  void items_leave_in_their_order(Order order, String leaving) {
    Channel queue = new Channel(order, 0);
    new Stage(queue).does(1, put("a"), 1).does(1, put("b"), 2).does(1, put("c"), 3);
    assertEquals(List.of(leaving.split(" ")), queue.state().items());
    List<String> left = new ArrayList<>();
    for (int size = 2; size >= 0; size--) {
      left.add(queue.next());
      new Stage(queue).does(2, GET, size);
    }
    assertEquals(List.of(leaving.split(" ")), left);
    assertEquals("", queue.next());
  }

  @Test
  void a_full_queue_keeps_putters_waiting_and_an_empty_one_getters() {
    Channel queue = new Channel(Order.FIFO, 1);
    Stage stage = new Stage(queue).waits(2, GET).waits(1, GET).does(3, put("a"), 1, 2, 1);
    stage.waits(4, put("b")).waits(5, put("c"));
    assertEquals(
        new ObjectState.Channel(Order.FIFO, 1, 1, List.of("a"), 1, List.of(4, 5), List.of(2, 1)),
        queue.state());
    stage.does(1, GET, 0, 4, 5).does(5, put("c"), 1, 2).does(2, GET, 0, 4).does(4, put("b"), 1);
    assertEquals(List.of("b"), queue.state().items());
  }

  @Test
  void what_was_put_is_drained_when_all_of_it_is_reported_done() {
    new Stage(new Channel(Order.FIFO, 0))
        .does(1, DRAIN)
        .does(1, put("a"), 1)
        .does(1, put("b"), 2)
        .waits(1, DRAIN)
        .does(2, GET, 1)
        .does(2, GET, 0)
        .does(2, TASK_DONE)
        .waits(3, DRAIN)
        .does(2, TASK_DONE, 0, 1, 3)
        .does(3, DRAIN)
        .does(2, put("c"), 1)
        .waits(1, DRAIN);
  }

  @Test
  void more_cannot_be_reported_done_than_was_put() {
    new Stage(new Channel(Order.FIFO, 0))
        .errs(1, TASK_DONE, "task_done() called too many times")
        .does(1, put("a"), 1)
        .does(1, TASK_DONE)
        .errs(1, TASK_DONE, "task_done() called too many times");
  }

  @Test
  void the_guest_says_what_leaves_a_priority_queue_next() {
    Channel queue = new Channel(Order.PRIORITY, 0);
    new Stage(queue).does(1, put("9"), 1).does(1, put("1"), 2);
    queue.describe(2, List.of("1", "9"));
    assertEquals("1", queue.next());
    new Stage(queue).does(1, GET, 1);
    assertEquals(List.of("9"), queue.state().items());
  }

  @Test
  void a_picture_lists_the_first_of_many_items_and_counts_all() {
    Channel queue = new Channel(Order.FIFO, -1);
    for (int item = 0; item < 100; item++) {
      queue.apply(1, put("i" + item));
    }
    assertEquals(100, queue.state().size());
    assertEquals(0, queue.state().capacity());
    assertEquals(ObjectState.SHOWN_MAX, queue.state().items().size());
    queue.describe(100, List.of("i0"));
    new Stage(queue).does(1, GET, 99).does(1, GET, 98);
    assertEquals("", queue.next());
  }

  @Test
  void who_gives_up_waits_at_no_end() {
    Channel queue = new Channel(Order.FIFO, 1);
    new Stage(queue).waits(1, GET).expires(1).does(2, put("a"), 1).waits(2, put("b")).expires(2);
    new Stage(queue).waits(2, DRAIN).expires(2).does(3, TASK_DONE).does(3, GET, 0);
  }
}
