package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.LinkedList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// An event loop (Python documentation, `asyncio`): its thread waits here while it has nothing to
/// do, until another thread hands something over or a timer is due. The guest tells what becomes
/// ready and what it schedules; here it is only kept in order, for the picture.
///
/// Values: always 0. Nothing is rejected. A wake-up that comes before the wait is not lost.
public final class Loop implements Primitive {
  private static final int SHOWN_MAX = 12;

  private final List<String> ready = new LinkedList<>();
  private final NavigableMap<Due, String> timers = new TreeMap<>();
  private final Waiters waiters = new Waiters();
  private boolean isWoken;

  /// When a timer is due; of those due together the one set first comes first.
  private record Due(long nanos, long turn) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      return nanos == other.nanos
          ? Long.compare(turn, other.turn)
          : Long.compare(nanos, other.nanos);
    }
  }

  /// It will do this, after all that is ready before.
  public void ready(String label) {
    ready.add(label);
  }

  /// It does the next thing now.
  public void take() {
    take(0);
  }

  /// It does now what came so many places later.
  public void take(int index) {
    if (index < ready.size()) {
      ready.remove(index);
    }
  }

  /// It will do this at the virtual time `dueNanos`; `turn` is the number of the timer.
  public void schedule(String label, long dueNanos, long turn) {
    timers.put(new Due(dueNanos, turn), label);
  }

  /// A timer is due, or was cancelled.
  public void unschedule(long dueNanos, long turn) {
    timers.remove(new Due(dueNanos, turn));
  }

  @Override
  public ObjectState.Loop state() {
    return new ObjectState.Loop(
        ready.size(),
        ready.stream().limit(SHOWN_MAX).toList(),
        timers.size(),
        timers.entrySet().stream()
            .limit(SHOWN_MAX)
            .map(entry -> new ObjectState.Timer(entry.getValue(), entry.getKey().nanos()))
            .toList());
  }

  @Override
  public ObjectState guard() {
    return new ObjectState.Flag(isWoken, List.of());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Await _ -> isWoken;
      case Action.Notify _, Action.Call _ -> true;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    if (!isEnabled(task, action)) {
      throw WrongAction.disabled(this, task, action);
    }
    return switch (action) {
      case Action.Await _ -> {
        isWoken = false;
        waiters.remove(task);
        yield Effect.DONE;
      }
      case Action.Notify _ -> {
        isWoken = true;
        yield Effect.of(0, waiters.all());
      }
      case Action.Call _ -> Effect.DONE;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public void park(int task, Action action) {
    waiters.add(task);
  }

  @Override
  public void leave(int task) {
    waiters.remove(task);
  }
}
