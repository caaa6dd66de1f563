package braid.server.run;

import braid.server.problem.Problem;
import braid.server.problem.RefusedRequest;
import braid.server.wire.ProgramBody;
import braid.server.wire.RunBody;
import braid.server.wire.TraceAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.Valid;
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

/// Runs over REST.
@Path("/api/runs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "runs")
public class RunResource {
  private final Runs runs;
  private final RunStore store;

  RunResource(Runs runs, RunStore store) {
    this.runs = runs;
    this.store = store;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Run a program", description = "Its stream tells when and how it goes on.")
  @APIResponse(
      responseCode = "201",
      description = "accepted; Location names the run",
      content = @Content(schema = @Schema(implementation = RunBody.class)))
  @APIResponse(
      responseCode = "400",
      description = "not a program that can be run",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @APIResponse(responseCode = "413", description = "the source is too large")
  @APIResponse(responseCode = "503", description = "too many programs wait")
  public Response submit(
      @NotNull(message = "is missing: send the program as JSON") @Valid ProgramBody body,
      HttpServerRequest request) {
    RunBody run = runs.submit(body, request.remoteAddress().hostAddress());
    return Response.created(URI.create("/api/runs/" + run.id())).entity(run).build();
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A run as it is now")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = RunBody.class)))
  @APIResponse(responseCode = "404", description = "there is no such run")
  public RunBody find(@RestPath String id) {
    return runs.find(id);
  }

  @GET
  @Path("{id}/trace")
  @Produces("application/x-ndjson")
  @Operation(summary = "The trace of a finished run, one entry a line, exactly as recorded")
  @APIResponse(responseCode = "200", description = "the lines")
  @APIResponse(responseCode = "409", description = "the run has not ended")
  public Response trace(
      @RestPath String id, @HeaderParam(HttpHeaders.ACCEPT_ENCODING) Optional<String> accepted) {
    RunBody run = runs.find(id);
    return switch (run.state()) {
      case QUEUED, RUNNING ->
          throw RefusedRequest.conflict(
              "Run " + id + " has not ended; its stream has what there is of its trace.");
      case INTERRUPTED ->
          throw RefusedRequest.conflict(
              "Run " + id + " was interrupted when the service ended; run the program again.");
      case FINISHED -> TraceAnswer.of(store.trace(id).orElseThrow(), accepted);
    };
  }

  @POST
  @Path("{id}/stop")
  @Operation(summary = "End a run at once", description = "One that has ended stays as it is.")
  @APIResponse(responseCode = "202", description = "it ends with its verdict")
  @APIResponse(responseCode = "404", description = "there is no such run")
  public Response stop(@RestPath String id) {
    runs.stop(id);
    return Response.accepted().build();
  }
}
