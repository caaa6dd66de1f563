package braid.server.stream;

import braid.server.problem.LastResort;
import braid.server.problem.Problem;
import braid.server.problem.RefusedRequest;
import braid.server.run.Runs;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;

/// Who may open a stream: pages of this very service (or clients that are no pages at all), for
/// runs that exist. A socket knows no same-origin rule of its own.
@ApplicationScoped
class StreamGate {
  private static final int BEFORE_THE_SOCKET = -1000;

  private final Runs runs;
  private final LastResort problems;

  StreamGate(Runs runs, LastResort problems) {
    this.runs = runs;
    this.problems = problems;
  }

  void install(@Observes Router router) {
    router.get("/api/runs/:id/stream").order(BEFORE_THE_SOCKET).handler(this::check);
  }

  private void check(RoutingContext context) {
    if (!"websocket".equalsIgnoreCase(context.request().getHeader("upgrade"))) {
      problems.send(context, Problem.of(Status.BAD_REQUEST, "A stream is read over a WebSocket."));
    } else if (!isOwnPage(context)) {
      problems.send(
          context,
          Problem.of(Status.FORBIDDEN, "Only the page of this service can open its streams."));
    } else {
      context
          .vertx()
          .executeBlocking(() -> runs.find(context.pathParam("id")), false)
          .onSuccess(_ -> context.next())
          .onFailure(failure -> refuse(context, failure));
    }
  }

  private void refuse(RoutingContext context, Throwable failure) {
    if (failure instanceof RefusedRequest refused) {
      problems.send(context, Problem.of(refused.status(), refused.getMessage()));
    } else {
      context.fail(failure);
    }
  }

  private static boolean isOwnPage(RoutingContext context) {
    String origin = context.request().getHeader("origin");
    if (origin == null) {
      return true;
    }
    try {
      return URI.create(origin).getAuthority() != null
          && URI.create(origin).getAuthority().equals(context.request().getHeader("host"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
