package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A waiting room beside a lock (Python documentation, `threading.Condition`; Mesa semantics).
///
/// `Wait` gives the lock back, however often it was taken, and enters the room. The task then has
/// `Resume` pending, which is enabled once it was notified, or its time ran out, and the lock is
/// free; until then it waits in the room and afterwards among the waiters of the lock. So `Wait`,
/// `Resume` and `Notify` may change the state of [#mutex] too.
///
/// Values: `Notify` how many it woke; `Resume` 1 when notified, 0 when out of time. Rejected:
/// `Wait` and `Notify` without the lock, with CPython's messages (Lib/threading.py).
public final class Condition implements Primitive {
  private static final Effect.Rejected WAIT_REFUSED =
      new Effect.Rejected("cannot wait on un-acquired lock");
  private static final Effect.Rejected NOTIFY_REFUSED =
      new Effect.Rejected("cannot notify on un-acquired lock");

  private final int lock;
  private final Mutex mutex;

  /// Who is in the room, each with how often it had taken the lock.
  private final SequencedMap<Integer, Integer> room = new LinkedHashMap<>();

  /// Who has left the room and is to take the lock.
  private final SequencedMap<Integer, Leaving> leaving = new LinkedHashMap<>();

  private record Leaving(int depth, Effect.Granted effect) {}

  /// @param lock the object id of `mutex`, for pictures
  public Condition(int lock, Mutex mutex) {
    this.lock = lock;
    this.mutex = mutex;
  }

  /// The object id of its lock.
  public int lock() {
    return lock;
  }

  /// Its lock.
  public Mutex mutex() {
    return mutex;
  }

  /// Who is in the room, in the order they came: those a notify can choose among.
  public List<Integer> waiting() {
    return List.copyOf(room.sequencedKeySet());
  }

  @Override
  public ObjectState.Condition state() {
    List<Integer> shown = room.keySet().stream().limit(ObjectState.SHOWN_MAX).toList();
    return new ObjectState.Condition(lock, shown);
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Wait _, Action.Notify _ -> true;
      case Action.Resume _ -> leaving.containsKey(task) && mutex.owner() == -1;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    return switch (action) {
      case Action.Wait _ -> enter(task);
      case Action.Notify(int _, int count) -> notify(task, longest(count));
      case Action.Resume resume -> resume(task, resume);
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  /// As `Notify`, but wakes these, out of [#waiting].
  public Effect notify(int task, List<Integer> chosen) {
    if (!mutex.isHeldBy(task)) {
      return NOTIFY_REFUSED;
    }
    for (int waiter : chosen) {
      release(waiter, Effect.ONE);
    }
    return Effect.of(chosen.size(), chosen);
  }

  /// A waiting task waits in the room or for the lock already.
  @Override
  public void park(int task, Action action) {
    if (!room.containsKey(task) && !leaving.containsKey(task)) {
      throw WrongAction.absent(this, task);
    }
  }

  /// Gives up without the lock; how often the task had taken it is forgotten.
  @Override
  public void leave(int task) {
    room.remove(task);
    if (leaving.remove(task) != null) {
      mutex.leave(task);
    }
  }

  /// Leaves the room un-notified, but not without the lock: false, always.
  @Override
  public boolean expire(int task) {
    if (room.containsKey(task)) {
      release(task, Effect.DONE);
    }
    return false;
  }

  private Effect enter(int task) {
    if (!mutex.isHeldBy(task)) {
      return WAIT_REFUSED;
    }
    room.put(task, mutex.giveBack());
    return Effect.of(0, mutex.waiters().all());
  }

  private List<Integer> longest(int count) {
    if (count == 0 || room.isEmpty()) {
      return List.of();
    }
    if (count < 0 || count >= room.size()) {
      return waiting();
    }
    List<Integer> first = new ArrayList<>();
    for (int waiter : room.keySet()) {
      first.add(waiter);
      if (first.size() == count) {
        break;
      }
    }
    return first;
  }

  private void release(int waiter, Effect.Granted effect) {
    int depth =
        Optional.ofNullable(room.remove(waiter))
            .orElseThrow(() -> WrongAction.absent(this, waiter));
    leaving.put(waiter, new Leaving(depth, effect));
    mutex.waiters().add(waiter);
  }

  private Effect resume(int task, Action resume) {
    if (!isEnabled(task, resume)) {
      throw WrongAction.disabled(this, task, resume);
    }
    Leaving back = leaving.remove(task);
    mutex.retake(task, back.depth());
    return back.effect();
  }
}
