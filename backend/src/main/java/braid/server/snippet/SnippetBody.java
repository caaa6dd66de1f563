package braid.server.snippet;

import braid.server.wire.SettingsBody;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A snippet on the wire; `run` is the run it was shared from, as it was told then. Immutable.
@Schema(name = "Snippet")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SnippetBody(
    String id,
    String language,
    String file,
    String source,
    SettingsBody settings,
    Instant createdAt,
    Optional<JsonNode> run) {

  /// What sharing gives: the name and the address of its page.
  @Schema(name = "SnippetLink")
  public record Link(String id, String path) {
    static Link to(String id) {
      return new Link(id, "/s/" + id);
    }
  }
}
