package braid.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a task is doing between its steps. A task is *running* from a step's `since` to its `time`
/// and runnable until it is said to be something else. Immutable.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TaskState.Created.class, name = "created"),
  @JsonSubTypes.Type(value = TaskState.Runnable.class, name = "runnable"),
  @JsonSubTypes.Type(value = TaskState.Blocked.class, name = "blocked"),
  @JsonSubTypes.Type(value = TaskState.Joining.class, name = "joining"),
  @JsonSubTypes.Type(value = TaskState.Sleeping.class, name = "sleeping"),
  @JsonSubTypes.Type(value = TaskState.Network.class, name = "network"),
  @JsonSubTypes.Type(value = TaskState.Suspended.class, name = "suspended"),
  @JsonSubTypes.Type(value = TaskState.Ended.class, name = "ended")
})
public sealed interface TaskState {

  /// Exists, not yet started; the state of every task until a step says otherwise.
  record Created() implements TaskState {}

  /// Could go on: chosen or not.
  record Runnable() implements TaskState {}

  /// Waits for an object; `until` is the deadline in virtual nanoseconds, -1 for none.
  record Blocked(int object, long until) implements TaskState {}

  /// Waits for another task to end.
  record Joining(int other, long until) implements TaskState {}

  record Sleeping(long until) implements TaskState {}

  /// Waits for the simulated network.
  record Network(String request, long until) implements TaskState {}

  /// A generator that waits to be asked for its next value.
  record Suspended() implements TaskState {}

  /// Has ended; `error` is empty, or the exception nobody handled.
  record Ended(String error) implements TaskState {}
}
