package braid.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

/// Problems noticed outside the REST interface: a path nobody serves, a body over the limit.
@ApplicationScoped
final class LastResort {
  private final ObjectMapper json;

  LastResort(ObjectMapper json) {
    this.json = json;
  }

  void install(@Observes Router router) {
    router.route().order(Integer.MAX_VALUE).handler(this::nothingHere);
    router.errorHandler(413, this::tooLarge);
    router.errorHandler(404, this::nothingHere);
  }

  private void nothingHere(RoutingContext context) {
    send(
        context,
        Problem.of(Status.NOT_FOUND, "There is nothing at " + context.normalizedPath() + "."));
  }

  private void tooLarge(RoutingContext context) {
    send(
        context,
        Problem.of(
            Status.REQUEST_ENTITY_TOO_LARGE,
            "The request is too large; a source may have at most 64 KiB."));
  }

  private void send(RoutingContext context, Problem problem) {
    if (context.response().headWritten()) {
      return;
    }
    try {
      context
          .response()
          .setStatusCode(problem.status())
          .putHeader("content-type", Problem.MEDIA_TYPE)
          .end(json.writeValueAsString(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written: " + problem, e);
    }
  }
}
