package braid.guest.python;

import braid.primitive.Barrier;
import braid.primitive.Cell;
import braid.primitive.Channel;
import braid.primitive.Condition;
import braid.primitive.Flag;
import braid.primitive.Mutex;
import braid.primitive.Semaphore;
import braid.trace.Action;
import braid.trace.ObjectType;
import braid.trace.Order;
import braid.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/// The part of [Bridge] that makes and uses objects: locks, conditions, events, barriers, queues
/// and shared variables. Confined to the task that has control.
public abstract sealed class ObjectCalls extends ObjectMaking permits FutureCalls {
  ObjectCalls() {}

  // ---- locks and semaphores

  @Export
  public int mutex(String name, int line, boolean isReentrant) {
    return isReentrant
        ? add(ObjectType.RLOCK, name, line, -1, Mutex::reentrant)
        : add(ObjectType.LOCK, name, line, -1, Mutex::plain);
  }

  /// The lock of a condition that is made right after it: a part of it.
  @Export
  public int condition_lock(String name, int line) {
    int condition = kernel.objectsAdded() + 1;
    return add(ObjectType.RLOCK, name, line, condition, Mutex::reentrant);
  }

  @Export
  public int semaphore(long value, boolean isBounded, String name, int line) {
    return add(
        ObjectType.SEMAPHORE,
        name,
        line,
        -1,
        () -> isBounded ? Semaphore.bounded(value) : Semaphore.unbounded(value));
  }

  @Export
  public boolean acquire(int object, long timeoutNanos) {
    if (isLoading) {
      return isDoneWhileLoading(new Action.Acquire(object));
    }
    return kernel.acquire(object, timeoutNanos) == Outcome.DONE;
  }

  @Export
  public boolean release(int object, int count) {
    if (isLoading) {
      return isDoneWhileLoading(new Action.Release(object, count));
    }
    return kernel.release(object, count) == Outcome.DONE;
  }

  @Export
  public int holder(int lock) {
    kernel.look();
    return mutexAt(lock).owner();
  }

  @Export
  public int depth(int lock) {
    return mutexAt(lock).state().depth();
  }

  @Export
  public long value(int semaphore) {
    kernel.look();
    return ((Semaphore) kernel.primitive(semaphore)).value();
  }

  private Mutex mutexAt(int lock) {
    return (Mutex) kernel.primitive(lock);
  }

  /// The present task looks at an object whose state the guest has as well.
  @Export
  public void look_at(int object) {
    kernel.look();
    kernel.primitive(object);
  }

  /// As `look_at`, where others can go first no more.
  @Export
  public void see(int object) {
    kernel.primitive(object);
  }

  // ---- conditions

  @Export
  public int condition(int lock, String name, int line) {
    return add(ObjectType.CONDITION, name, line, -1, () -> new Condition(lock, mutexAt(lock)));
  }

  @Export
  public Object wait(int condition, long timeoutNanos) {
    return switch (kernel.act(new Action.Wait(condition), timeoutNanos)) {
      case ERROR -> null;
      case DONE -> Boolean.TRUE;
      case TIMEOUT, FAILED, BLOCKED, CANCELLED -> Boolean.FALSE;
    };
  }

  @Export
  public boolean notify(int condition, int count) {
    return kernel.act(new Action.Notify(condition, count), -1) == Outcome.DONE;
  }

  // ---- events

  @Export
  public int flag(String name, int line) {
    return add(ObjectType.EVENT, name, line, -1, Flag::new);
  }

  @Export
  public void raise_(int flag) {
    kernel.act(new Action.Raise(flag), -1);
  }

  @Export
  public void lower(int flag) {
    kernel.act(new Action.Lower(flag), -1);
  }

  @Export
  public boolean await_(int flag, long timeoutNanos) {
    return kernel.act(new Action.Await(flag), timeoutNanos) == Outcome.DONE;
  }

  @Export
  public boolean is_set(int flag) {
    kernel.look();
    return ((Flag) kernel.primitive(flag)).isSet();
  }

  // ---- barriers

  @Export
  public int barrier(int parties, String name, int line) {
    return add(ObjectType.BARRIER, name, line, -1, () -> new Barrier(parties));
  }

  @Export
  public int arrive(int barrier, long timeoutNanos) {
    return switch (kernel.act(new Action.Arrive(barrier), timeoutNanos)) {
      case DONE, BLOCKED -> (int) kernel.value();
      case ERROR -> -1;
      case TIMEOUT, FAILED, CANCELLED -> -2;
    };
  }

  @Export
  public int pass_(int barrier, long timeoutNanos) {
    return switch (kernel.act(new Action.Pass(barrier), timeoutNanos)) {
      case DONE, BLOCKED -> (int) kernel.value();
      case ERROR -> 1;
      case TIMEOUT, FAILED, CANCELLED -> 2;
    };
  }

  @Export
  public void abort(int barrier) {
    kernel.act(new Action.Abort(barrier), -1);
  }

  @Export
  public void reset(int barrier) {
    kernel.act(new Action.Reset(barrier), -1);
  }

  @Export
  public int waiting(int barrierOrCondition) {
    kernel.look();
    return kernel.primitive(barrierOrCondition) instanceof Condition room
        ? room.waiting().size()
        : ((Barrier) kernel.primitive(barrierOrCondition)).waiting();
  }

  @Export
  public boolean broken(int barrier) {
    kernel.look();
    return ((Barrier) kernel.primitive(barrier)).isBroken();
  }

  // ---- queues

  @Export
  public int channel(String order, int capacity, String name, int line) {
    Order taken = Order.valueOf(order.toUpperCase(Locale.ROOT));
    return add(ObjectType.QUEUE, name, line, -1, () -> new Channel(taken, capacity));
  }

  @Export
  public boolean put(int queue, String label, long timeoutNanos) {
    return kernel.act(new Action.Put(queue, label), timeoutNanos) == Outcome.DONE;
  }

  @Export
  public boolean get(int queue, long timeoutNanos) {
    return kernel.act(new Action.Get(queue, ""), timeoutNanos) == Outcome.DONE;
  }

  /// Waits until there is an item, without taking it.
  @Export
  public boolean await_item(int queue, long timeoutNanos) {
    return kernel.act(new Action.Await(queue), timeoutNanos) == Outcome.DONE;
  }

  @Export
  public void describe(int queue, int size, Value labels) {
    List<String> shown = new ArrayList<>();
    for (long i = 0; i < labels.getArraySize(); i++) {
      shown.add(labels.getArrayElement(i).asString());
    }
    kernel.describe(queue, size, shown);
  }

  @Export
  public boolean task_done(int queue) {
    return kernel.act(new Action.TaskDone(queue), -1) == Outcome.DONE;
  }

  @Export
  public void drain(int queue) {
    kernel.act(new Action.Drain(queue), -1);
  }

  @Export
  public int unfinished(int queue) {
    kernel.look();
    return channelAt(queue).unfinished();
  }

  @Export
  public int size(int queue) {
    kernel.look();
    return channelAt(queue).size();
  }

  // ---- shared variables

  @Export
  public int cell(String name, int line, String value) {
    return kernel.add(
        ObjectType.VARIABLE, name, line, -1, new Cell(value, kernel.coroutines().shown()));
  }

  /// A variable that only the holder of `lock` touches while it is held.
  @Export
  public int guarded_cell(String name, int line, String value, int lock) {
    Cell cell = Cell.guarded(value, kernel.current(), mutexAt(lock), lock);
    return kernel.add(ObjectType.VARIABLE, name, line, -1, cell);
  }

  @Export
  public void read(int cell, String value) {
    kernel.act(new Action.Read(cell, value), -1);
  }

  @Export
  public void write(int cell, String value) {
    kernel.act(new Action.Write(cell, value), -1);
  }

  /// False when nobody will see further writes, so that they need not be told.
  @Export
  public boolean wrote(int cell, String value) {
    return kernel.note(new Action.Write(cell, value));
  }

  /// As `wrote`, for a small number.
  @Export
  public boolean wrote_int(int cell, int value) {
    return kernel.note(new Action.Write(cell, Integer.toString(value)));
  }

  /// As `wrote`, for a value that was only looked at.
  @Export
  public boolean saw(int cell, String value) {
    return kernel.note(new Action.Read(cell, value));
  }

  private Channel channelAt(int queue) {
    return (Channel) kernel.primitive(queue);
  }
}
