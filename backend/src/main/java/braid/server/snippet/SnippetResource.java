package braid.server.snippet;

import braid.server.run.Runs;
import braid.server.wire.TraceAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/// Snippets over REST.
@Path("/api/snippets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "snippets")
public class SnippetResource {
  private final Snippets snippets;
  private final Runs runs;
  private final Validator validator;

  SnippetResource(Snippets snippets, Runs runs, Validator validator) {
    this.snippets = snippets;
    this.runs = runs;
    this.validator = validator;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Save a finished run, or a program",
      description = "The name is made of the content: the same again gives the same name.")
  @APIResponse(
      responseCode = "201",
      description = "saved, now or before; Location names it",
      content = @Content(schema = @Schema(implementation = SnippetBody.Link.class)))
  @APIResponse(responseCode = "404", description = "there is no such run")
  @APIResponse(responseCode = "409", description = "the run has not finished")
  public Response save(
      @NotNull(message = "is missing: send `run`, or a program") @Valid SnippetRequest request) {
    SnippetBody.Link link =
        request.run().map(snippets::ofRun).orElseGet(() -> saveProgram(request));
    return Response.created(URI.create("/api/snippets/" + link.id())).entity(link).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A snippet")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = SnippetBody.class)))
  @APIResponse(responseCode = "404", description = "there is no such snippet")
  public SnippetBody find(@RestPath String id) {
    return snippets.find(id);
  }

  @GET
  @Path("{id}/trace")
  @Produces("application/x-ndjson")
  @Operation(summary = "The trace kept with a snippet, one entry a line, exactly as recorded")
  @APIResponse(responseCode = "200", description = "the lines")
  @APIResponse(responseCode = "404", description = "no such snippet, or it has no run")
  public Response trace(
      @RestPath String id, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) Optional<String> accepted) {
    return TraceAnswer.of(snippets.trace(id), accepted);
  }

  private SnippetBody.Link saveProgram(SnippetRequest request) {
    var program = request.program();
    var violations = validator.validate(program);
    if (!violations.isEmpty()) {
      throw new ConstraintViolationException(violations);
    }
    return snippets.ofProgram(program.program(runs.limits()));
  }
}
