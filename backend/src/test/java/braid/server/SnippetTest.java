package braid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sharing: short names made of content, which keep working.
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class SnippetTest {
  @TestHTTPResource("/")
  URI base;

  @Inject EntityManager entities;

  private Service service;

  @BeforeEach
  void connect() {
    service = new Service(base);
  }

  @Test
  void a_shared_run_has_its_program_its_end_and_its_trace() throws Exception {
    JsonNode run = service.run(Programs.COUNTER, 5);
    JsonNode link = share(run);
    String id = link.get("id").asText();
    assertTrue(id.matches("[1-9A-HJ-NP-Za-km-z]{11}"), id);
    assertEquals("/s/" + id, link.get("path").asText());
    JsonNode snippet = service.json("/api/snippets/" + id);
    assertEquals(run, snippet.get("run"));
    assertEquals(run.get("source"), snippet.get("source"));
    assertEquals(run.get("settings"), snippet.get("settings"));
    assertEquals(
        service.get("/api/runs/" + run.get("id").asText() + "/trace").body(),
        service.get("/api/snippets/" + id + "/trace").body());
  }

  @Test
  void the_same_content_has_the_same_name_and_other_content_another() throws Exception {
    JsonNode first = share(service.run(Programs.COUNTER, 5));
    JsonNode same = share(service.run(Programs.COUNTER, 5));
    JsonNode other = share(service.run(Programs.COUNTER, 6));
    assertEquals(first, same);
    assertNotEquals(first, other);
  }

  @Test
  void a_program_is_shared_without_a_run() throws Exception {
    String body = "{\"source\":\"print(1)\",\"file\":\"one.py\",\"settings\":{\"seed\":3}}";
    JsonNode link = Service.json(service.post("/api/snippets", body));
    assertEquals(link, Service.json(service.post("/api/snippets", body)));
    JsonNode snippet = service.json("/api/snippets/" + link.get("id").asText());
    assertEquals("one.py", snippet.get("file").asText());
    assertEquals(3, snippet.get("settings").get("seed").asInt());
    assertFalse(snippet.has("run"));
    assertEquals(
        404, service.get("/api/snippets/" + link.get("id").asText() + "/trace").statusCode());
  }

  @Test
  void two_who_share_at_once_share_the_same() throws Exception {
    JsonNode run = service.run("print('at once')");
    Set<JsonNode> links = ConcurrentHashMap.newKeySet();
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Thread.startVirtualThread(
              () -> {
                try {
                  links.add(share(run));
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(1, links.size(), links::toString);
  }

  @Test
  void a_snippet_outlives_its_run() throws Exception {
    JsonNode run = service.run("print('outlives')");
    String id = share(run).get("id").asText();
    forget(run.get("id").asText());
    assertEquals(404, service.get("/api/runs/" + run.get("id").asText()).statusCode());
    assertEquals(run, service.json("/api/snippets/" + id).get("run"));
    assertEquals(200, service.get("/api/snippets/" + id + "/trace").statusCode());
  }

  @Transactional
  void forget(String run) {
    entities
        .createNativeQuery("delete from run where id = :id")
        .setParameter("id", run)
        .executeUpdate();
  }

  private JsonNode share(JsonNode run) throws Exception {
    var answer = service.post("/api/snippets", "{\"run\":" + run.get("id") + "}");
    assertEquals(201, answer.statusCode(), answer.body());
    return Service.json(answer);
  }
}
