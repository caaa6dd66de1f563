package braid.server.wire;

import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.server.problem.RefusedRequest;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A program as a client sends it. Immutable.
@Schema(
    name = "Program",
    requiredProperties = {"source"})
public record ProgramBody(
    Optional<Language> language,
    Optional<
            @Pattern(
                regexp = "[^\\p{Cntrl}/\\\\]{1,100}",
                message = "is a file name of 1 to 100 characters without slashes")
            String>
        file,
    @NotNull(message = "is missing: it is the text of the program") String source,
    Optional<SettingsBody> settings) {

  /// The program to run under these limits; [RefusedRequest] with the reason when there is none.
  public Program program(Limits limits) {
    int bytes = source.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > Program.SOURCE_BYTES_MAX) {
      throw RefusedRequest.tooLarge(
          "The source has %,d bytes; at most %,d can be run."
              .formatted(bytes, Program.SOURCE_BYTES_MAX));
    }
    if (source.indexOf('\0') >= 0) {
      throw RefusedRequest.invalid("A source cannot hold null characters.");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(source)) {
      throw RefusedRequest.invalid("The source holds half a character (a lone surrogate).");
    }
    return new Program(
        language.orElse(Language.PYTHON),
        file.orElse("main.py"),
        source,
        settings.orElse(SettingsBody.ABSENT).settings(),
        limits);
  }
}
