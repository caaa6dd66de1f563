package braid.worker;

import braid.program.Program;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// One message between host and worker: four bytes length (big endian), then so many bytes of JSON
/// in UTF-8. Immutable.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Frame.Run.class, name = "run"),
  @JsonSubTypes.Type(value = Frame.Stop.class, name = "stop"),
  @JsonSubTypes.Type(value = Frame.Rest.class, name = "rest"),
  @JsonSubTypes.Type(value = Frame.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = Frame.Entries.class, name = "entries"),
  @JsonSubTypes.Type(value = Frame.Finished.class, name = "finished")
})
public sealed interface Frame {

  /// The most bytes a frame may have.
  int BYTES_MAX = 1 << 20;

  /// What the host sends.
  sealed interface ToWorker extends Frame {}

  /// What the worker sends.
  sealed interface FromWorker extends Frame {}

  /// Run this program. Sent only after [Ready].
  record Run(Program program) implements ToWorker {}

  /// End the present run at once; it still finishes with a verdict. Ignored between runs.
  record Stop() implements ToWorker {}

  /// Whether the worker may use the time between runs to get warm; it may until this is said.
  record Rest(boolean isAllowed) implements ToWorker {}

  /// A context is ready for the next run. `tasks` says what carries guest tasks: "virtual" or
  /// "platform" threads; `runs` how many this worker has served.
  record Ready(String tasks, int runs) implements FromWorker {}

  /// The next lines of the trace, in order, without line ends; batched by time and size, so that a
  /// frame stays below 64 KB unless a single line is longer.
  record Entries(List<String> lines) implements FromWorker {
    public Entries {
      lines = List.copyOf(lines);
    }
  }

  /// The run is over; its last line was a verdict. `isReusable` false asks to be replaced (a limit
  /// was hit, or the worker feels unwell); otherwise [Ready] follows.
  record Finished(String traceHash, long entries, long wallMillis, boolean isReusable)
      implements FromWorker {}
}
