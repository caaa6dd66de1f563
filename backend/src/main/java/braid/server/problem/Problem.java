package braid.server.problem;

import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A problem document (RFC 9457, section 3.1). `type` is always `about:blank`: the status says what
/// kind of problem it is, the detail what to do. Immutable.
@Schema(name = "Problem")
public record Problem(String type, String title, int status, String detail) {

  /// The media type problems are sent as.
  public static final String MEDIA_TYPE = "application/problem+json";

  /// A problem with this status and sentence.
  public static Problem of(Response.StatusType status, String detail) {
    return new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail);
  }

  /// The answer that carries it.
  public Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
