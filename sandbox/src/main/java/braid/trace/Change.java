package braid.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// One thing that is different after a step. Immutable.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Change.OfTask.class, name = "task"),
  @JsonSubTypes.Type(value = Change.OfObject.class, name = "object")
})
public sealed interface Change {

  /// The task is in another state.
  record OfTask(int task, TaskState state) implements Change {}

  /// The object looks like this now.
  record OfObject(int object, ObjectState state) implements Change {}
}
