package braid.server.page;

import braid.program.Language;
import braid.worker.Walls;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The service about itself.
@Path("/api/about")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "about")
public class AboutResource {
  private final About about;

  AboutResource(@ConfigProperty(name = "quarkus.application.version") String version, Walls walls) {
    about = new About(version, walls.isolation(), walls.names(), List.of(Language.values()));
  }

  @GET
  @Operation(summary = "Version, walls around programs, and languages")
  public About about() {
    return about;
  }
}
