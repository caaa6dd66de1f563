package braid.server.problem;

import jakarta.ws.rs.core.Response.Status;

/// A request that cannot be served as it is; the message is the sentence the client gets.
public final class RefusedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Status status;

  private RefusedRequest(Status status, String message) {
    super(message);
    this.status = status;
  }

  /// The request itself is wrong (400).
  public static RefusedRequest invalid(String message) {
    return new RefusedRequest(Status.BAD_REQUEST, message);
  }

  /// More than can be taken (413).
  public static RefusedRequest tooLarge(String message) {
    return new RefusedRequest(Status.REQUEST_ENTITY_TOO_LARGE, message);
  }

  /// There is no such thing (404).
  public static RefusedRequest unknown(String message) {
    return new RefusedRequest(Status.NOT_FOUND, message);
  }

  /// Not in the state the thing is in (409).
  public static RefusedRequest conflict(String message) {
    return new RefusedRequest(Status.CONFLICT, message);
  }

  /// Not now: too much is going on (503).
  public static RefusedRequest busy(String message) {
    return new RefusedRequest(Status.SERVICE_UNAVAILABLE, message);
  }

  /// What is wrong, as HTTP says it.
  public Status status() {
    return status;
  }
}
