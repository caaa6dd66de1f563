package braid.server.gallery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The gallery over REST.
@Path("/api/gallery")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "gallery")
public class GalleryResource {
  private final Gallery gallery;

  GalleryResource(Gallery gallery) {
    this.gallery = gallery;
  }

  @GET
  @Operation(summary = "The teaching programs, in the order they are meant to be read")
  public List<Example> all() {
    return gallery.examples();
  }
}
