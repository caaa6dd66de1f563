package braid.server.snippet;

import braid.program.Language;
import braid.server.problem.RefusedRequest;
import braid.server.wire.ProgramBody;
import braid.server.wire.SettingsBody;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What to save: a finished run, or a program that was not run. Immutable.
@Schema(name = "SnippetRequest")
public record SnippetRequest(
    Optional<String> run,
    Optional<Language> language,
    Optional<String> file,
    Optional<String> source,
    Optional<SettingsBody> settings) {

  /// The program, for a request without a run.
  ProgramBody program() {
    String text =
        source.orElseThrow(
            () -> RefusedRequest.invalid("Send either `run` or `source` with its settings."));
    return new ProgramBody(language, file, text, settings);
  }
}
