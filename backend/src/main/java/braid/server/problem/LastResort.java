package braid.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Problems noticed outside the REST interface: a path nobody serves, a body over the limit.
@ApplicationScoped
public class LastResort {
  private final ObjectMapper json;
  private final long bodyBytesMax;
  private final BodyHandler unannounced;

  LastResort(
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyMax) {
    this.json = json;
    bodyBytesMax = bodyMax.asLongValue();
    unannounced = BodyHandler.create(false).setBodyLimit(bodyBytesMax);
  }

  void install(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).handler(this::checkLength).failureHandler(this::failed);
    router.route().order(Integer.MAX_VALUE).handler(this::nothingHere);
  }

  private void nothingHere(RoutingContext context) {
    send(
        context,
        Problem.of(Status.NOT_FOUND, "There is nothing at " + context.normalizedPath() + "."));
  }

  /// The framework refuses what is too large too, but without a word.
  private void checkLength(RoutingContext context) {
    String length = context.request().getHeader("content-length");
    if ("chunked".equalsIgnoreCase(context.request().getHeader("transfer-encoding"))) {
      unannounced.handle(context);
    } else if (length != null
        && length.matches("[0-9]{1,18}")
        && Long.parseLong(length) > bodyBytesMax) {
      tooLarge(context);
    } else {
      context.next();
    }
  }

  private void failed(RoutingContext context) {
    if (context.statusCode() == Status.REQUEST_ENTITY_TOO_LARGE.getStatusCode()) {
      tooLarge(context);
    } else {
      context.next();
    }
  }

  private void tooLarge(RoutingContext context) {
    send(
        context,
        Problem.of(
            Status.REQUEST_ENTITY_TOO_LARGE,
            "The request is too large; a source may have at most 64 KiB."));
  }

  /// Answers with this problem.
  public void send(RoutingContext context, Problem problem) {
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
