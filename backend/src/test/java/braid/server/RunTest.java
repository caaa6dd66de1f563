package braid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.TraceHash;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Programs, run by real workers and kept in a real database.
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class RunTest {
  @TestHTTPResource("/")
  URI base;

  private Service service;

  @BeforeEach
  void connect() {
    service = new Service(base);
  }

  @Test
  void a_program_runs_and_is_kept_with_output_verdict_and_trace() throws Exception {
    String id = service.submit(Programs.COUNTER);
    JsonNode told = Watched.from(service, id, 0).awaitEnd();
    assertEquals("finished", told.get("state").asText());
    assertEquals("passed", told.get("verdict").asText(), told::toString);
    assertEquals("6\n", told.get("output").asText());
    assertEquals(Programs.COUNTER, told.get("source").asText());
    assertEquals("gil", told.get("settings").get("atomicity").asText());
    assertEquals("strict", told.get("settings").get("asyncio").asText());
    assertEquals(told, service.json("/api/runs/" + id));
    String trace = service.get("/api/runs/" + id + "/trace").body();
    assertEquals(hash(trace.lines().toList()), told.get("traceHash").asText());
    assertEquals(trace.lines().count(), told.get("entries").asLong());
  }

  @Test
  void a_trace_is_sent_packed_to_who_can_unpack_it() throws Exception {
    String id = service.submit(Programs.COUNTER);
    Watched.from(service, id, 0).awaitEnd();
    HttpRequest request =
        HttpRequest.newBuilder(service.at("/api/runs/" + id + "/trace"))
            .header("accept-encoding", "gzip")
            .build();
    var answer = service.http().send(request, BodyHandlers.ofByteArray());
    assertEquals("gzip", answer.headers().firstValue("content-encoding").orElse(""));
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertEquals(
          service.get("/api/runs/" + id + "/trace").body(),
          new String(unpacked.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void one_seed_is_one_trace_and_another_seed_another_schedule() throws Exception {
    JsonNode first = service.run(Programs.COUNTER, 7);
    JsonNode again = service.run(Programs.COUNTER, 7);
    JsonNode other = service.run(Programs.COUNTER, 8);
    assertEquals(first.get("traceHash"), again.get("traceHash"));
    assertNotEquals(first.get("schedule"), other.get("schedule"));
  }

  @Test
  void an_exploration_is_kept_with_how_it_looks_and_so_is_what_is_shared_of_it() throws Exception {
    String settings = "{\"strategy\":\"pct\",\"explore\":{\"bound\":2,\"seconds\":5}}";
    String body = "{\"source\":\"print(1)\",\"settings\":%s}".formatted(settings);
    JsonNode asked = Service.json(service.post("/api/runs", body));
    JsonNode told = asked.get("settings");
    assertEquals("pct", told.get("strategy").asText());
    assertEquals("language", told.get("atomicity").asText());
    assertEquals("{\"budget\":100000,\"bound\":2,\"seconds\":5}", told.get("explore").toString());
    String id = asked.get("id").asText();
    JsonNode end = Watched.from(service, id, 0).awaitEnd();
    assertEquals(told, end.get("settings"));
    assertEquals(end, service.json("/api/runs/" + id));
    String link =
        Service.json(service.post("/api/snippets", "{\"run\":\"%s\"}".formatted(id)))
            .get("id")
            .asText();
    assertEquals(told, service.json("/api/snippets/" + link).get("settings"));
  }

  @Test
  void exploring_means_partial_order_reduction_unless_told_otherwise() throws Exception {
    String body = "{\"source\":\"print(1)\",\"settings\":{\"explore\":{}}}";
    JsonNode settings = Service.json(service.post("/api/runs", body)).get("settings");
    assertEquals("dpor", settings.get("strategy").asText());
    assertEquals(
        "{\"budget\":100000,\"bound\":-1,\"seconds\":20}", settings.get("explore").toString());
    assertFalse(service.run("print(1)").get("settings").has("explore"));
  }

  @Test
  void an_order_of_event_loops_is_kept_and_another_word_for_it_is_refused() throws Exception {
    String body = "{\"source\":\"print(1)\",\"settings\":{\"asyncio\":\"%s\",\"explore\":{}}}";
    JsonNode asked = Service.json(service.post("/api/runs", body.formatted("portable")));
    assertEquals("portable", asked.get("settings").get("asyncio").asText());
    var answer = service.post("/api/runs", body.formatted("fifo"));
    assertEquals(400, answer.statusCode());
    assertTrue(Service.json(answer).get("detail").asText().contains("fifo"));
  }

  @Test
  void nobody_keeps_a_worker_for_an_hour() throws Exception {
    String body = "{\"source\":\"print(1)\",\"settings\":{\"explore\":{\"seconds\":3600}}}";
    var answer = service.post("/api/runs", body);
    assertEquals(400, answer.statusCode());
    assertEquals(
        "An exploration takes at most 120 seconds here, not 3,600.",
        Service.json(answer).get("detail").asText());
  }

  @Test
  void a_schedule_replays_its_trace() throws Exception {
    JsonNode first = service.run(Programs.COUNTER, 7);
    String body =
        "{\"source\":%s,\"settings\":{\"schedule\":%s}}"
            .formatted(first.get("source"), first.get("schedule"));
    String id = Service.json(service.post("/api/runs", body)).get("id").asText();
    JsonNode replayed = Watched.from(service, id, 0).awaitEnd();
    assertEquals(first.get("traceHash"), replayed.get("traceHash"), replayed::toString);
  }

  @Test
  void stop_ends_an_endless_program_and_the_next_one_runs() throws Exception {
    String id = service.submit(Programs.ENDLESS);
    Watched watched = Watched.from(service, id, 0);
    watched.awaitFirstLine();
    assertEquals(202, service.post("/api/runs/" + id + "/stop", "").statusCode());
    JsonNode end = watched.awaitEnd();
    assertEquals("limit", end.get("verdict").asText());
    assertEquals("stopped", end.get("reason").get("kind").asText());
    assertEquals(202, service.post("/api/runs/" + id + "/stop", "").statusCode());
    assertEquals("passed", service.run("print(1)").get("verdict").asText());
  }

  @Test
  void a_run_that_goes_on_has_no_trace_yet_and_cannot_be_shared() throws Exception {
    String id = service.submit(Programs.ENDLESS);
    Watched watched = Watched.from(service, id, 0);
    watched.awaitFirstLine();
    assertFalse(service.json("/api/runs/" + id).has("verdict"));
    assertEquals("running", service.json("/api/runs/" + id).get("state").asText());
    assertEquals(409, service.get("/api/runs/" + id + "/trace").statusCode());
    assertEquals(409, service.post("/api/snippets", "{\"run\":\"" + id + "\"}").statusCode());
    service.post("/api/runs/" + id + "/stop", "");
    watched.awaitEnd();
  }

  @Test
  void many_at_once_are_each_told_their_place_and_all_answered() throws Exception {
    List<Watched> watchers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      watchers.add(Watched.from(service, service.submit("print(%d)".formatted(i)), 0));
    }
    for (int i = 0; i < 12; i++) {
      assertEquals(i + "\n", watchers.get(i).awaitEnd().get("output").asText());
    }
    assertTrue(
        watchers.stream().flatMap(it -> it.states().stream()).anyMatch(it -> it.has("place")));
  }

  @Test
  void a_run_whose_worker_is_killed_has_a_verdict_and_the_next_one_works() throws Exception {
    String id = service.submit(Programs.ENDLESS);
    Watched watched = Watched.from(service, id, 0);
    watched.awaitFirstLine();
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    JsonNode end = watched.awaitEnd();
    assertEquals("lost", end.get("reason").get("kind").asText(), end::toString);
    assertEquals("finished", end.get("state").asText());
    assertEquals(end.get("traceHash").asText(), hash(watched.lines()));
    assertEquals("6\n", service.run(Programs.COUNTER).get("output").asText());
  }

  @Test
  void what_a_text_column_cannot_hold_is_kept_all_the_same() throws Exception {
    JsonNode end = service.run("print('a\\0b\\ufffe한')");
    assertEquals("a\0b\ufffe한\n", end.get("output").asText());
    JsonNode raised = service.run("raise ValueError('a\\0b')");
    assertEquals("uncaught", raised.get("verdict").asText(), raised::toString);
  }

  private static String hash(List<String> lines) {
    TraceHash hash = new TraceHash();
    lines.forEach(hash::add);
    return hash.finish();
  }
}
