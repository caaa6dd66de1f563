package braid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Watching a run, live and afterwards, from any position.
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class StreamTest {
  @TestHTTPResource("/")
  URI base;

  private Service service;

  @BeforeEach
  void connect() {
    service = new Service(base);
  }

  @Test
  void two_watchers_and_a_late_one_hear_the_same_bytes() throws Exception {
    String id = service.submit(Programs.LONG);
    Watched first = Watched.from(service, id, 0);
    Watched second = Watched.from(service, id, 0);
    assertEquals(first.awaitEnd(), second.awaitEnd());
    Watched late = Watched.from(service, id, 0);
    late.awaitEnd();
    List<String> kept = service.get("/api/runs/" + id + "/trace").body().lines().toList();
    assertTrue(kept.size() > 3000, "lines: " + kept.size());
    assertEquals(kept, first.lines());
    assertEquals(kept, second.lines());
    assertEquals(kept, late.lines());
    assertEquals(WebSocket.NORMAL_CLOSURE, first.awaitClose());
    assertEquals(WebSocket.NORMAL_CLOSURE, late.awaitClose());
  }

  @Test
  void a_watcher_that_reads_nothing_for_long_delays_nobody_and_misses_nothing() throws Exception {
    String id = service.submit(Programs.LONG);
    Watched slow = Watched.paused(service, id);
    Watched quick = Watched.from(service, id, 0);
    quick.awaitEnd();
    assertEquals(List.of(), slow.lines());
    slow.read();
    assertEquals(quick.awaitEnd(), slow.awaitEnd());
    assertEquals(quick.lines(), slow.lines());
  }

  @Test
  void a_watcher_that_left_goes_on_where_it_was() throws Exception {
    String id = service.submit(Programs.LONG);
    Watched before = Watched.from(service, id, 0);
    before.awaitFirstLine();
    before.leave();
    List<String> had = before.lines();
    Watched after = Watched.from(service, id, had.size());
    after.awaitEnd();
    List<String> kept = service.get("/api/runs/" + id + "/trace").body().lines().toList();
    assertEquals(kept.subList(0, had.size()), had);
    assertEquals(kept.subList(had.size(), kept.size()), after.lines());
  }

  @Test
  void who_has_everything_hears_only_the_end() throws Exception {
    String id = service.submit("print(1)");
    Watched first = Watched.from(service, id, 0);
    first.awaitEnd();
    for (int from : new int[] {first.lines().size(), first.lines().size() + 100}) {
      Watched again = Watched.from(service, id, from);
      assertEquals(first.awaitEnd(), again.awaitEnd());
      assertEquals(List.of(), again.lines());
    }
  }

  @Test
  void a_watcher_can_stop_the_run() throws Exception {
    Watched watched = Watched.from(service, service.submit(Programs.ENDLESS), 0);
    watched.awaitFirstLine();
    watched.say("{\"kind\":\"stop\"}");
    assertEquals("stopped", watched.awaitEnd().get("reason").get("kind").asText());
  }

  @Test
  void a_run_is_stopped_before_it_began_and_has_a_verdict() throws Exception {
    String endless = service.submit(Programs.ENDLESS);
    String other = service.submit(Programs.ENDLESS);
    String waiting = service.submit("print(1)");
    service.post("/api/runs/" + waiting + "/stop", "");
    var end = Watched.from(service, waiting, 0).awaitEnd();
    assertEquals("stopped", end.get("reason").get("kind").asText());
    for (String id : List.of(endless, other)) {
      service.post("/api/runs/" + id + "/stop", "");
      Watched.from(service, id, 0).awaitEnd();
    }
  }

  @Test
  void a_watcher_that_says_anything_else_is_shown_out() throws Exception {
    String id = service.submit(Programs.ENDLESS);
    for (String text : List.of("hello", "{}", "{\"kind\":\"go\"}", "[", "\"stop\"")) {
      Watched watched = Watched.from(service, id, 0);
      watched.awaitFirstLine();
      watched.say(text);
      assertEquals(1008, watched.awaitClose(), text);
    }
    service.post("/api/runs/" + id + "/stop", "");
    Watched.from(service, id, 0).awaitEnd();
  }

  @Test
  void only_own_pages_may_watch_and_only_runs_that_exist() throws Exception {
    String id = service.submit("print(1)");
    assertEquals(403, refusal(id, "https://elsewhere.example"));
    assertEquals(403, refusal(id, "null"));
    assertEquals(404, refusal("nothing", base.toString().replaceAll("/$", "")));
    open(id, base.toString().replaceAll("/$", "")).abort();
    Watched.from(service, id, 0).awaitEnd();
  }

  private int refusal(String id, String origin) {
    Throwable failure = assertThrows(CompletionException.class, () -> open(id, origin)).getCause();
    return assertInstanceOf(WebSocketHandshakeException.class, failure).getResponse().statusCode();
  }

  private WebSocket open(String id, String origin) {
    URI http = service.at("/api/runs/" + id + "/stream");
    return service
        .http()
        .newWebSocketBuilder()
        .header("Origin", origin)
        .buildAsync(
            URI.create(http.toString().replaceFirst("^http", "ws")), new WebSocket.Listener() {})
        .join();
  }
}
