package braid.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A run as one watcher has heard it. Thread-safe.
final class Watched implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECONDS_MAX = 120;

  private final StringBuilder message = new StringBuilder();
  private final List<String> lines = new ArrayList<>();
  private final List<JsonNode> states = new ArrayList<>();
  private final CountDownLatch firstLine = new CountDownLatch(1);
  private final CompletableFuture<JsonNode> end = new CompletableFuture<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private int next;

  private final boolean isEager;
  private CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  private Watched(int from, boolean isEager) {
    next = from;
    this.isEager = isEager;
  }

  /// Begins to watch; ends in [#awaitEnd] or [#leave].
  static Watched from(Service service, String run, int from) {
    return watch(service, run, new Watched(from, true));
  }

  /// Opens a stream and reads nothing of it before [#read].
  static Watched paused(Service service, String run) {
    return watch(service, run, new Watched(0, false));
  }

  private static Watched watch(Service service, String run, Watched watched) {
    watched.socket = CompletableFuture.completedFuture(open(service, run, watched));
    return watched;
  }

  void read() {
    socket.join().request(1);
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    if (isEager) {
      webSocket.request(1);
    }
  }

  private static WebSocket open(Service service, String run, Watched watched) {
    URI http = service.at("/api/runs/" + run + "/stream?from=" + watched.next);
    URI uri = URI.create(http.toString().replaceFirst("^http", "ws"));
    return service.http().newWebSocketBuilder().buildAsync(uri, watched).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean isLast) {
    message.append(data);
    if (isLast) {
      heard(message.toString());
      message.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    closed.complete(code);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    end.completeExceptionally(error);
    closed.completeExceptionally(error);
  }

  private synchronized void heard(String text) {
    try {
      JsonNode told = JSON.readTree(text);
      switch (told.get("kind").asText()) {
        case "state" -> states.add(told);
        case "entries" -> add(told);
        case "end" -> end.complete(told.get("run"));
        default -> end.completeExceptionally(new AssertionError("unknown message " + text));
      }
    } catch (IOException e) {
      end.completeExceptionally(new UncheckedIOException(e));
    }
  }

  private void add(JsonNode entries) {
    if (entries.get("from").asInt() != next) {
      end.completeExceptionally(new AssertionError("expected entry " + next + ": " + entries));
    }
    entries.get("lines").forEach(line -> lines.add(line.asText()));
    next += entries.get("lines").size();
    firstLine.countDown();
  }

  JsonNode awaitEnd() throws Exception {
    return end.get(SECONDS_MAX, TimeUnit.SECONDS);
  }

  int awaitClose() throws Exception {
    return closed.get(SECONDS_MAX, TimeUnit.SECONDS);
  }

  void awaitFirstLine() throws InterruptedException {
    if (!firstLine.await(SECONDS_MAX, TimeUnit.SECONDS)) {
      throw new AssertionError("no line came");
    }
  }

  void say(String text) {
    socket.join().sendText(text, true).join();
  }

  void leave() {
    socket.join().abort();
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  synchronized List<JsonNode> states() {
    return List.copyOf(states);
  }
}
