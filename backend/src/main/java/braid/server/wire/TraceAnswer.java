package braid.server.wire;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;

/// A trace as the answer to a request: the stored bytes as they are where the client can unpack
/// them, unpacked on the way otherwise.
public final class TraceAnswer {
  private TraceAnswer() {}

  /// The answer for a client that accepts these encodings.
  public static Response of(TraceBytes trace, Optional<String> accepted) {
    // A trace never changes once it can be read.
    Response.ResponseBuilder answer =
        Response.ok()
            .type("application/x-ndjson")
            .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    boolean isPacked =
        accepted.filter(it -> it.matches("(?i).*\\bgzip\\b(?!;q=0\\b).*")).isPresent();
    if (isPacked) {
      return answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").entity(trace.gzip()).build();
    }
    StreamingOutput unpacked = trace::writeTo;
    return answer.entity(unpacked).build();
  }
}
