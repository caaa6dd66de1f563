package braid.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A page's share of the conversation with a service: asks for a run, opens its stream, waits for
/// its end. Thread-safe.
final class BenchClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long RUN_SECONDS_MAX = 300;
  private static final long READY_SECONDS_MAX = 300;

  private final URI service;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// How long after it was asked for a run's first step and its end arrived.
  record Times(long firstStepNanos, long endNanos) {}

  BenchClient(URI service) {
    this.service = service;
  }

  /// Waits until the service can run programs.
  void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_SECONDS_MAX);
    while (!isReady()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the service at " + service + " is not ready after " + READY_SECONDS_MAX + " s");
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /// Runs a program to its end; [IOException] when it does not pass.
  Times run(String source, long seed) throws IOException, InterruptedException, ExecutionException {
    var body = JSON.createObjectNode().put("source", source);
    body.putObject("settings").put("seed", seed);
    long began = System.nanoTime();
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/api/runs"))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IOException("a run is refused: " + answer.body());
    }
    String id = JSON.readTree(answer.body()).get("id").asText();
    Ears ears = new Ears(began);
    String address = service.resolve("/api/runs/" + id + "/stream").toString();
    http.newWebSocketBuilder()
        .buildAsync(URI.create(address.replaceFirst("^http", "ws")), ears)
        .get();
    try {
      return ears.heard.get(RUN_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new IOException("run " + id + " has no end after " + RUN_SECONDS_MAX + " s", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private boolean isReady() throws InterruptedException {
    try {
      HttpRequest health = HttpRequest.newBuilder(service.resolve("/q/health/ready")).build();
      return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /// Hears one stream.
  private static final class Ears implements WebSocket.Listener {
    private final long began;
    private final CompletableFuture<Times> heard = new CompletableFuture<>();
    private final StringBuilder message = new StringBuilder();
    private long firstStepNanos;

    Ears(long began) {
      this.began = began;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
      message.append(data);
      if (isLast) {
        hear(System.nanoTime() - began);
        message.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      heard.completeExceptionally(error);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      heard.completeExceptionally(new IOException("the stream closed with " + code + reason));
      return CompletableFuture.completedFuture(null);
    }

    private void hear(long nanos) {
      // Escaped, because lines are texts in a message.
      if (firstStepNanos == 0 && message.indexOf("\\\"kind\\\":\\\"step\\\"") >= 0) {
        firstStepNanos = nanos;
      }
      if (message.indexOf("{\"kind\":\"end\"") == 0) {
        end(nanos);
      }
    }

    private void end(long nanos) {
      try {
        JsonNode run = JSON.readTree(message.toString()).get("run");
        if (run.path("verdict").asText().equals("passed")) {
          heard.complete(new Times(firstStepNanos, nanos));
        } else {
          heard.completeExceptionally(new IOException("a run did not pass: " + run));
        }
      } catch (IOException e) {
        heard.completeExceptionally(e);
      }
    }
  }
}
