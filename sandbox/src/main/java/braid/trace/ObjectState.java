package braid.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// All of an object that can be seen at one moment. Waiters are tasks in the order they came.
/// Immutable.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ObjectState.Mutex.class, name = "mutex"),
  @JsonSubTypes.Type(value = ObjectState.Condition.class, name = "condition"),
  @JsonSubTypes.Type(value = ObjectState.Semaphore.class, name = "semaphore"),
  @JsonSubTypes.Type(value = ObjectState.Flag.class, name = "flag"),
  @JsonSubTypes.Type(value = ObjectState.Barrier.class, name = "barrier"),
  @JsonSubTypes.Type(value = ObjectState.Latch.class, name = "latch"),
  @JsonSubTypes.Type(value = ObjectState.Channel.class, name = "channel"),
  @JsonSubTypes.Type(value = ObjectState.Future.class, name = "future"),
  @JsonSubTypes.Type(value = ObjectState.Cell.class, name = "cell"),
  @JsonSubTypes.Type(value = ObjectState.Loop.class, name = "loop")
})
public sealed interface ObjectState {

  /// At most so many items, waiters and arrivals are listed; counts are always whole.
  int SHOWN_MAX = 32;

  /// `owner` is -1 while nobody holds it; `depth` counts re-entrant acquires.
  record Mutex(int owner, int depth, List<Integer> waiters) implements ObjectState {
    public Mutex {
      waiters = List.copyOf(waiters);
    }
  }

  /// `lock` is the object id of the condition's lock; `waiters` wait for a notify.
  record Condition(int lock, List<Integer> waiters) implements ObjectState {
    public Condition {
      waiters = List.copyOf(waiters);
    }
  }

  /// `value` permits are free; `initial` is the number it started with, and the bound of a bounded
  /// semaphore (`isBounded`).
  record Semaphore(long value, long initial, boolean isBounded, List<Integer> waiters)
      implements ObjectState {
    public Semaphore {
      waiters = List.copyOf(waiters);
    }
  }

  record Flag(boolean isSet, List<Integer> waiters) implements ObjectState {
    public Flag {
      waiters = List.copyOf(waiters);
    }
  }

  /// `arrived` have come and wait for the rest of the `parties`.
  record Barrier(int parties, List<Integer> arrived, boolean isBroken) implements ObjectState {
    public Barrier {
      arrived = List.copyOf(arrived);
    }
  }

  record Latch(long count, List<Integer> waiters) implements ObjectState {
    public Latch {
      waiters = List.copyOf(waiters);
    }
  }

  /// `capacity` 0 means unbounded; `items` are the first ones in the order they will leave;
  /// `unfinished` counts items put and not yet reported done.
  record Channel(
      Order order,
      int capacity,
      int size,
      List<String> items,
      int unfinished,
      List<Integer> putters,
      List<Integer> getters)
      implements ObjectState {
    public Channel {
      items = List.copyOf(items);
      putters = List.copyOf(putters);
      getters = List.copyOf(getters);
    }
  }

  /// `value` is empty until it is done.
  record Future(FutureStatus status, String value, List<Integer> waiters) implements ObjectState {
    public Future {
      waiters = List.copyOf(waiters);
    }
  }

  /// `writer` is the task that wrote last, -1 for none.
  record Cell(String value, int writer) implements ObjectState {}

  /// An event loop: `ready` are the first of the `size` things it will do next, in order; `timers`
  /// the soonest of the `timersSize` that will come due.
  record Loop(int size, List<String> ready, int timersSize, List<Timer> timers)
      implements ObjectState {
    public Loop {
      ready = List.copyOf(ready);
      timers = List.copyOf(timers);
    }
  }

  /// What a loop will do at the virtual time `due`, in nanoseconds.
  record Timer(String label, long due) {}
}
