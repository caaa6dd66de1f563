package braid.server.wire;

import braid.program.Exploring;
import braid.program.RejectedProgram;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far an exploration may go, on the wire; what is absent in a request is as
/// [Exploring#DEFAULT] has it. Immutable.
@Schema(name = "Exploring")
@JsonPropertyOrder({"budget", "bound", "seconds"})
public record ExploringBody(
    @Schema(minimum = "1", maximum = "100000000", description = "the most executions")
        Optional<Integer> budget,
    @Schema(
            minimum = "-1",
            maximum = "1000",
            description = "the most preemptions in an execution, -1 for any number")
        Optional<Integer> bound,
    @Schema(minimum = "1", maximum = "3600", description = "the most real time")
        Optional<Integer> seconds) {

  static Optional<ExploringBody> of(Exploring exploring) {
    return exploring.isAsked()
        ? Optional.of(
            new ExploringBody(
                Optional.of(exploring.budget()),
                Optional.of(exploring.bound()),
                Optional.of(exploring.seconds())))
        : Optional.empty();
  }

  /// With the defaults filled in; a rejection when a value is out of its range.
  Exploring exploring() {
    Exploring defaults = Exploring.DEFAULT;
    if (budget.isPresent() && budget.get() < 1) {
      throw new RejectedProgram(
          "a budget is 1 to %,d executions, not %,d".formatted(Exploring.BUDGET_MAX, budget.get()));
    }
    return new Exploring(
        budget.orElse(defaults.budget()),
        bound.orElse(defaults.bound()),
        seconds.orElse(defaults.seconds()));
  }
}
