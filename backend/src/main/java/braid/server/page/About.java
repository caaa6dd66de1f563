package braid.server.page;

import braid.program.Language;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the page is told about the service. Immutable.
@Schema(name = "About")
public record About(
    String version, String isolation, List<String> walls, List<Language> languages) {}
