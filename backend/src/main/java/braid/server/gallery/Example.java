package braid.server.gallery;

import braid.server.wire.SettingsBody;
import braid.trace.VerdictType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A teaching program on the wire. Immutable.
@Schema(name = "Example")
public record Example(
    String name,
    String topic,
    Words title,
    Words notice,
    String source,
    SettingsBody settings,
    VerdictType verdict) {

  /// A text in both languages of the page.
  @Schema(name = "Words")
  public record Words(String en, String ko) {}

  /// What stands beside a teaching program in its folder.
  record About(
      String topic, int order, Words title, Words notice, SettingsBody settings, Expected expect) {}

  /// How it ends, as the tests hold it to.
  record Expected(VerdictType verdict, String output, String stderr) {}
}
