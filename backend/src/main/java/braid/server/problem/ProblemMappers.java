package braid.server.problem;

import braid.program.RejectedProgram;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Every way a request to the REST interface can fail, as the problem the client gets.
final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response refused(RefusedRequest refused) {
    return Problem.of(refused.status(), refused.getMessage()).response();
  }

  @ServerExceptionMapper
  Response rejected(RejectedProgram rejected) {
    return Problem.of(Status.BAD_REQUEST, sentence(rejected.getMessage())).response();
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException invalid) {
    String detail =
        invalid.getConstraintViolations().stream()
            .map(ProblemMappers::said)
            .sorted()
            .collect(Collectors.joining("; "));
    return Problem.of(Status.BAD_REQUEST, sentence(detail)).response();
  }

  /// Apart from the next, because the framework has a mapper of its own for just these.
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException mismatched) {
    return unreadable(mismatched);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException unreadable) {
    return Problem.of(Status.BAD_REQUEST, sentence(said(unreadable))).response();
  }

  @ServerExceptionMapper
  Response failed(WebApplicationException failed, UriInfo uri) {
    Response answer = failed.getResponse();
    if (answer.getStatus() < 400) {
      return answer;
    }
    Response.StatusType status = answer.getStatusInfo();
    Response problem = Problem.of(status, said(answer.getStatus(), failed, uri)).response();
    Object allowed = answer.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allowed == null
        ? problem
        : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed).build();
  }

  @ServerExceptionMapper
  Response broken(RuntimeException broken) {
    LOG.error("a request failed by a fault of ours", broken);
    return Problem.of(
            Status.INTERNAL_SERVER_ERROR,
            "Something went wrong inside Braid, not in your request; trying again may help.")
        .response();
  }

  private static String said(int status, WebApplicationException failed, UriInfo uri) {
    if (failed.getCause() instanceof JsonProcessingException unreadable) {
      return sentence(said(unreadable));
    }
    return switch (status) {
      case 404 -> "There is nothing at " + uri.getPath() + ".";
      case 405 -> "The method cannot be used on " + uri.getPath() + "; see /q/openapi.";
      case 406 -> "None of the accepted media types can be sent for " + uri.getPath() + ".";
      case 413 -> "The request is too large; a source may have at most 64 KiB.";
      case 415 -> "The body has to be JSON: send it with the content type application/json.";
      default -> "The request cannot be served: " + failed.getMessage() + ".";
    };
  }

  private static String said(ConstraintViolation<?> violation) {
    String member = "";
    for (Path.Node node : violation.getPropertyPath()) {
      member = node.getName();
    }
    return "`" + member + "` " + violation.getMessage();
  }

  private static String said(JsonProcessingException unreadable) {
    return switch (unreadable) {
      case UnrecognizedPropertyException unknown ->
          "there is no member `" + unknown.getPropertyName() + "` here";
      case InvalidFormatException invalid ->
          "`"
              + invalid.getValue()
              + "` cannot stand at `"
              + pathOf(invalid)
              + "`"
              + allowed(invalid);
      case JsonMappingException other when !other.getPath().isEmpty() ->
          "the value of `" + pathOf(other) + "` is of the wrong kind";
      default -> "the body is not the JSON expected here";
    };
  }

  private static String allowed(InvalidFormatException invalid) {
    Class<?> type = invalid.getTargetType();
    return type != null && type.isEnum() ? "; see /q/openapi for the values it can have" : "";
  }

  private static String pathOf(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String sentence(String said) {
    return Character.toUpperCase(said.charAt(0)) + said.substring(1) + ".";
  }
}
