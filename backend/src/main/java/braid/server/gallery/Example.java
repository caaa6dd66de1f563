package braid.server.gallery;

import braid.server.wire.SettingsBody;
import braid.trace.VerdictType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A teaching program on the wire. Immutable.
///
/// @param verdict how it ends, or the worst of its executions where it is there to be explored
/// @param repaired the name of the program in which its bug is repaired
/// @param broken the name of the program whose bug is repaired in this one
@Schema(name = "Example")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Example(
    String name,
    String topic,
    Words title,
    Words notice,
    String source,
    SettingsBody settings,
    VerdictType verdict,
    Optional<String> repaired,
    Optional<String> broken) {

  /// A text in both languages of the page.
  @Schema(name = "Words")
  public record Words(String en, String ko) {}
}
