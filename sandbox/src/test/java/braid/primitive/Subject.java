package braid.primitive;

import braid.trace.Action;
import braid.trace.FutureStatus;
import braid.trace.Order;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Primitives to walk over: how to make them, and what tasks do with them, mistakes included.
///
/// @param make fresh primitives; the object ids are their places in the list
/// @param menu what a task may try; the argument is any number, for labels and counts
record Subject(
    String name, Supplier<List<Primitive>> make, List<IntFunction<Action.OnObject>> menu) {

  static List<Subject> all() {
    return List.of(
        lock("plain lock", Mutex::plain),
        lock("reentrant lock", Mutex::reentrant),
        condition("condition of a plain lock", Mutex::plain),
        condition("condition of a reentrant lock", Mutex::reentrant),
        semaphore("semaphore", 2, false),
        semaphore("bounded semaphore", 2, true),
        event(),
        barrier("barrier for one", 1),
        barrier("barrier for three", 3),
        latch(),
        queue("unbounded queue", Order.FIFO, 0),
        queue("queue", Order.FIFO, 2),
        queue("stack", Order.LIFO, 1),
        queue("priority queue", Order.PRIORITY, 2),
        future(),
        variable(),
        loop());
  }

  @Override
  public String toString() {
    return name;
  }

  private static Subject lock(String name, Supplier<Mutex> lock) {
    return new Subject(name, () -> List.of(lock.get()), List.of(ACQUIRE, RELEASE));
  }

  private static Subject condition(String name, Supplier<Mutex> lock) {
    return new Subject(
        name,
        () -> {
          Mutex mutex = lock.get();
          return List.of(mutex, new Condition(0, mutex));
        },
        List.of(
            ACQUIRE,
            ACQUIRE,
            RELEASE,
            n -> new Action.Wait(1),
            n -> new Action.Notify(1, n % 3 - 1)));
  }

  private static Subject semaphore(String name, long initial, boolean isBounded) {
    return new Subject(
        name,
        () -> List.of(isBounded ? Semaphore.bounded(initial) : Semaphore.unbounded(initial)),
        List.of(ACQUIRE, ACQUIRE, n -> new Action.Release(0, n % 3)));
  }

  private static Subject loop() {
    return new Subject(
        "event loop",
        () -> List.of(new Loop()),
        List.of(_ -> new Action.Notify(0, 1), _ -> new Action.Await(0)));
  }

  private static Subject event() {
    return new Subject(
        "event",
        () -> List.of(new Flag()),
        List.of(n -> new Action.Raise(0), n -> new Action.Lower(0), n -> new Action.Await(0)));
  }

  private static Subject barrier(String name, int parties) {
    return new Subject(
        name,
        () -> List.of(new Barrier(parties)),
        List.of(
            n -> new Action.Arrive(0),
            n -> new Action.Arrive(0),
            n -> new Action.Arrive(0),
            n -> n % 5 == 0 ? new Action.Abort(0) : new Action.Arrive(0),
            n -> n % 2 == 0 ? new Action.Reset(0) : new Action.Arrive(0)));
  }

  private static Subject latch() {
    return new Subject(
        "latch",
        () -> List.of(new Latch(4)),
        List.of(n -> new Action.CountDown(0), n -> new Action.Await(0)));
  }

  private static Subject queue(String name, Order order, int capacity) {
    return new Subject(
        name,
        () -> List.of(new Channel(order, capacity)),
        List.of(
            n -> new Action.Put(0, "item " + n),
            n -> new Action.Get(0, ""),
            n -> new Action.Await(0),
            n -> new Action.TaskDone(0),
            n -> new Action.Drain(0)));
  }

  private static Subject future() {
    return new Subject(
        "future",
        () -> List.of(new Future()),
        List.of(
            n -> new Action.Result(0),
            n -> new Action.Work(0),
            n -> n % 4 == 0 ? ended(n) : new Action.Result(0)));
  }

  private static Action.OnObject ended(int n) {
    FutureStatus status = n % 8 == 0 ? FutureStatus.DONE : FutureStatus.CANCELLED;
    return new Action.Complete(0, status, "value " + n);
  }

  private static Subject variable() {
    return new Subject(
        "variable",
        () -> List.of(new Cell("0", -1)),
        List.of(n -> new Action.Read(0, ""), n -> new Action.Write(0, "value " + n)));
  }

  private static final IntFunction<Action.OnObject> ACQUIRE = n -> new Action.Acquire(0);
  private static final IntFunction<Action.OnObject> RELEASE = n -> new Action.Release(0, 1);
}
