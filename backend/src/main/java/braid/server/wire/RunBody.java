package braid.server.wire;

import braid.program.Language;
import braid.program.Program;
import braid.trace.VerdictType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A run on the wire. Members that do not exist yet are absent. Immutable.
@Schema(name = "Run")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record RunBody(
    String id,
    RunState state,
    Optional<Integer> place,
    Language language,
    String file,
    String source,
    SettingsBody settings,
    Instant createdAt,
    @JsonUnwrapped EndBody end) {

  /// What is known of a run once it has ended. Immutable.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record EndBody(
      Optional<VerdictType> verdict,
      Optional<String> detail,
      Optional<JsonNode> reason,
      Optional<Long> steps,
      Optional<Long> entries,
      Optional<Double> virtualMillis,
      Optional<Long> wallMillis,
      Optional<String> schedule,
      Optional<String> traceHash,
      Optional<String> output,
      Optional<String> stderr) {

    /// Nothing yet.
    public static final EndBody NONE =
        new EndBody(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /// A run that has not ended.
  public static RunBody unended(String id, RunState state, Program program, Instant createdAt) {
    return new RunBody(
        id,
        state,
        Optional.empty(),
        program.language(),
        program.file(),
        program.source(),
        SettingsBody.of(program.settings()),
        createdAt,
        EndBody.NONE);
  }

  /// The same, at this place in the queue.
  public RunBody at(int waitingPlace) {
    return new RunBody(
        id, state, Optional.of(waitingPlace), language, file, source, settings, createdAt, end);
  }
}
