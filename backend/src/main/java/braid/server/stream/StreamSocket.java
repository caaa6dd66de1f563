package braid.server.stream;

import braid.server.run.RunStore;
import braid.server.run.Runs;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.SessionScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// The socket of one watcher. One object for each connection.
@WebSocket(path = "/api/runs/{id}/stream")
@SessionScoped
public class StreamSocket {
  private static final Logger LOG = Logger.getLogger(StreamSocket.class);
  private static final Pattern FROM = Pattern.compile("(?:^|&)from=([0-9]{1,9})(?:&|$)");
  private static final Duration SEND_MAX = Duration.ofMinutes(1);
  private static final int POLICY_VIOLATION = 1008;

  private final Runs runs;
  private final RunStore store;
  private final ObjectMapper json;
  private Optional<Thread> watching = Optional.empty();

  StreamSocket(Runs runs, RunStore store, ObjectMapper json) {
    this.runs = runs;
    this.store = store;
    this.json = json;
  }

  @OnOpen
  @RunOnVirtualThread
  void open(WebSocketConnection connection, @PathParam String id) {
    Watcher.Wish wish = new Watcher.Wish(id, from(connection.handshakeRequest().query()));
    Watcher watcher = new Watcher(runs, store, wish, message -> send(connection, message));
    watching =
        Optional.of(
            Thread.ofVirtual()
                .name("braid-watcher-" + connection.id())
                .start(() -> watch(watcher, connection)));
  }

  @OnTextMessage
  @RunOnVirtualThread
  void received(String text, WebSocketConnection connection, @PathParam String id) {
    if (isStop(text)) {
      runs.stop(id);
    } else {
      connection.closeAndAwait(
          new CloseReason(POLICY_VIOLATION, "the only message is {\"kind\":\"stop\"}"));
    }
  }

  @OnClose
  void closed() {
    watching.ifPresent(Thread::interrupt);
  }

  private void watch(Watcher watcher, WebSocketConnection connection) {
    try {
      watcher.watch();
      connection.closeAndAwait(CloseReason.NORMAL);
    } catch (InterruptedException e) {
      LOG.debugf("watcher %s has left", connection.id());
    } catch (RuntimeException e) {
      if (connection.isOpen()) {
        LOG.warnf(e, "watcher %s is given up", connection.id());
        connection.closeAndAwait(CloseReason.INTERNAL_SERVER_ERROR);
      }
    }
  }

  private void send(WebSocketConnection connection, Message message) {
    try {
      connection.sendText(json.writeValueAsString(message)).await().atMost(SEND_MAX);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }

  private boolean isStop(String text) {
    try {
      return json.readTree(text).path("kind").asText().equals("stop");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static int from(String query) {
    Matcher from = FROM.matcher(query == null ? "" : query);
    return from.find() ? Integer.parseInt(from.group(1)) : 0;
  }
}
