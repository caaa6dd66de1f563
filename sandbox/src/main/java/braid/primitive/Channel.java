package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;
import braid.trace.Order;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A queue (Python documentation, `queue`). It knows how many items there are and how each is
/// shown; the items themselves stay with the guest, which for a queue in order of priority tells
/// with [#describe] what will leave first.
///
/// `Await` waits for an item without taking it. Values: `Put` and `Get` the size afterwards; the
/// others 0. Rejected: `TaskDone` more often than items were put, with CPython's message
/// (Lib/queue.py).
public final class Channel implements Primitive {
  private static final Effect.Rejected TOO_MANY =
      new Effect.Rejected("task_done() called too many times");

  private final Order order;
  private final int capacity;

  /// How the items are shown, in the order they will leave; the end may be missing after
  /// [#describe].
  private final Deque<String> labels = new ArrayDeque<>(4);

  private final Waiters putters = new Waiters();
  private final Waiters getters = new Waiters();
  private final Waiters drainers = new Waiters();
  private int size;
  private int unfinished;

  /// @param capacity the most items it holds; 0 or less: any number
  public Channel(Order order, int capacity) {
    this.order = order;
    this.capacity = Math.max(0, capacity);
  }

  public int size() {
    return size;
  }

  public int capacity() {
    return capacity;
  }

  /// How many items were put and not yet reported done.
  public int unfinished() {
    return unfinished;
  }

  /// How the item that will leave next is shown; empty where that is not known.
  public String next() {
    return labels.isEmpty() ? "" : labels.getFirst();
  }

  /// Says how many items there really are, and how the first ones are shown, in the order they will
  /// leave.
  public void describe(int sizeNow, List<String> labelsNow) {
    size = sizeNow;
    labels.clear();
    labels.addAll(labelsNow);
  }

  @Override
  public ObjectState.Channel state() {
    return new ObjectState.Channel(
        order,
        capacity,
        size,
        labels.stream().limit(ObjectState.SHOWN_MAX).toList(),
        unfinished,
        putters.shown(),
        getters.shown());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Put _ -> capacity == 0 || size < capacity;
      case Action.Get _, Action.Await _ -> size > 0;
      case Action.Drain _ -> unfinished == 0;
      case Action.TaskDone _ -> true;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    if (!isEnabled(task, action)) {
      throw WrongAction.disabled(this, task, action);
    }
    return switch (action) {
      case Action.Put(int _, String item) -> put(task, item);
      case Action.Get _ -> get(task);
      case Action.TaskDone _ -> taskDone();
      case Action.Await _ -> {
        getters.remove(task);
        yield Effect.DONE;
      }
      case Action.Drain _ -> {
        drainers.remove(task);
        yield Effect.DONE;
      }
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public void park(int task, Action action) {
    Waiters line =
        switch (action) {
          case Action.Put _ -> putters;
          case Action.Get _, Action.Await _ -> getters;
          case Action.Drain _ -> drainers;
          case Action other -> throw WrongAction.unknown(this, other);
        };
    line.add(task);
  }

  @Override
  public void leave(int task) {
    putters.remove(task);
    getters.remove(task);
    drainers.remove(task);
  }

  private Effect put(int task, String item) {
    putters.remove(task);
    switch (order) {
      case FIFO, PRIORITY -> labels.addLast(item);
      case LIFO -> labels.addFirst(item);
    }
    size++;
    unfinished++;
    return Effect.of(size, getters.all());
  }

  private Effect get(int task) {
    getters.remove(task);
    labels.pollFirst();
    size--;
    return Effect.of(size, putters.all());
  }

  private Effect taskDone() {
    if (unfinished == 0) {
      return TOO_MANY;
    }
    unfinished--;
    return unfinished == 0 ? Effect.of(0, drainers.all()) : Effect.DONE;
  }
}
