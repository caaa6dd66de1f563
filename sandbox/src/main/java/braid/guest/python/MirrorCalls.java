package braid.guest.python;

import braid.primitive.Mirror;
import braid.trace.FutureStatus;
import braid.trace.ObjectState;
import braid.trace.ObjectType;
import braid.trace.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/// The part of [Bridge] for the objects of coroutines, whose rules the standard library keeps: it
/// tells how they look. Confined to the task that has control.
public abstract sealed class MirrorCalls extends FutureCalls permits LaneCalls {
  MirrorCalls() {}

  @Export
  public int mirror_lock(String name, int line) {
    return mirror(ObjectType.LOCK, name, line, new ObjectState.Mutex(-1, 0, List.of()));
  }

  @Export
  public void tell_lock(int lock, int owner, Value waiters) {
    tell(lock, new ObjectState.Mutex(owner, owner < 0 ? 0 : 1, ids(waiters)));
  }

  @Export
  public int mirror_condition(int lock, String name, int line) {
    var state = new ObjectState.Condition(lock, List.of());
    return mirror(ObjectType.CONDITION, name, line, state);
  }

  @Export
  public void tell_condition(int condition, int lock, Value waiters) {
    tell(condition, new ObjectState.Condition(lock, ids(waiters)));
  }

  @Export
  public int mirror_semaphore(long value, boolean isBounded, String name, int line) {
    var state = new ObjectState.Semaphore(value, value, isBounded, List.of());
    return mirror(ObjectType.SEMAPHORE, name, line, state);
  }

  @Export
  public void tell_semaphore(int semaphore, long value, Value waiters) {
    if (kernel.primitive(semaphore).state() instanceof ObjectState.Semaphore was) {
      var now = new ObjectState.Semaphore(value, was.initial(), was.isBounded(), ids(waiters));
      tell(semaphore, now);
    }
  }

  @Export
  public int mirror_event(String name, int line) {
    return mirror(ObjectType.EVENT, name, line, new ObjectState.Flag(false, List.of()));
  }

  @Export
  public void tell_event(int event, boolean isSet, Value waiters) {
    tell(event, new ObjectState.Flag(isSet, ids(waiters)));
  }

  @Export
  public int mirror_barrier(int parties, String name, int line) {
    var state = new ObjectState.Barrier(parties, List.of(), false);
    return mirror(ObjectType.BARRIER, name, line, state);
  }

  @Export
  public void tell_barrier(int barrier, Value arrived, boolean isBroken) {
    if (kernel.primitive(barrier).state() instanceof ObjectState.Barrier was) {
      tell(barrier, new ObjectState.Barrier(was.parties(), ids(arrived), isBroken));
    }
  }

  @Export
  public int mirror_queue(String order, int capacity, String name, int line) {
    var state =
        new ObjectState.Channel(
            Order.valueOf(order.toUpperCase(Locale.ROOT)),
            capacity,
            0,
            List.of(),
            0,
            List.of(),
            List.of());
    return mirror(ObjectType.QUEUE, name, line, state);
  }

  /// `counts` are the items held and those not reported done.
  @Export
  public void tell_queue(int queue, Value counts, Value items, Value putters, Value getters) {
    if (kernel.primitive(queue).state() instanceof ObjectState.Channel was) {
      tell(
          queue,
          new ObjectState.Channel(
              was.order(),
              was.capacity(),
              counts.getArrayElement(0).asInt(),
              texts(items),
              counts.getArrayElement(1).asInt(),
              ids(putters),
              ids(getters)));
    }
  }

  @Export
  public int mirror_future(String name, int line) {
    var state = new ObjectState.Future(FutureStatus.PENDING, "", List.of());
    return mirror(ObjectType.FUTURE, name, line, state);
  }

  @Export
  public void tell_future(int future, String status, String value, Value waiters) {
    FutureStatus now = FutureStatus.valueOf(status.toUpperCase(Locale.ROOT));
    tell(future, new ObjectState.Future(now, value, ids(waiters)));
  }

  private int mirror(ObjectType type, String name, int line, ObjectState state) {
    return kernel.add(type, name, line, -1, new Mirror(state));
  }

  private void tell(int object, ObjectState state) {
    kernel.coroutines().tell(object, state);
  }

  static List<String> texts(Value array) {
    List<String> texts = new ArrayList<>();
    for (long i = 0; i < array.getArraySize(); i++) {
      texts.add(array.getArrayElement(i).asString());
    }
    return texts;
  }

  private static List<Integer> ids(Value array) {
    List<Integer> ids = new ArrayList<>();
    for (long i = 0; i < array.getArraySize(); i++) {
      ids.add(array.getArrayElement(i).asInt());
    }
    return ids;
  }
}
