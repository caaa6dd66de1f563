package braid.server.page;

import braid.server.problem.RefusedRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The addresses a person can open: all are the one page, which looks at its own address.
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
public final class PageResource {

  @GET
  @Operation(hidden = true)
  public Response start() {
    return page();
  }

  @GET
  @Path("s/{id}")
  @Operation(hidden = true)
  public Response snippet() {
    return page();
  }

  @GET
  @Path("examples/{name}")
  @Operation(hidden = true)
  public Response example() {
    return page();
  }

  private static Response page() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream page = loader.getResourceAsStream("META-INF/resources/index.html")) {
      if (page == null) {
        throw RefusedRequest.busy("This service was built without its page; only /api is here.");
      }
      // The page names hashed assets, so it must be asked for again after every upgrade.
      return Response.ok(page.readAllBytes()).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    } catch (IOException e) {
      throw new UncheckedIOException("the page cannot be read", e);
    }
  }
}
