package braid.server.stream;

import braid.server.wire.RunBody;
import braid.server.wire.RunState;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/// What the service tells a watcher. Immutable.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Message.State.class, name = "state"),
  @JsonSubTypes.Type(value = Message.Entries.class, name = "entries"),
  @JsonSubTypes.Type(value = Message.End.class, name = "end")
})
sealed interface Message {

  /// Where the run is; `place` only while it waits.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record State(RunState state, Optional<Integer> place) implements Message {}

  /// Lines of the trace, of which the first has this number.
  record Entries(int from, List<String> lines) implements Message {
    public Entries {
      lines = List.copyOf(lines);
    }
  }

  /// The run is over; nothing follows.
  record End(RunBody run) implements Message {}
}
