package braid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page and what it is told about the service.
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class PageTest {
  @TestHTTPResource("/")
  URI base;

  private Service service;

  @BeforeEach
  void connect() {
    service = new Service(base);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/s/3mJr7AoUXx2", "/examples/lost-update"})
  void every_address_a_person_opens_is_the_page(String path) throws Exception {
    HttpResponse<String> answer = service.get(path);
    assertEquals(200, answer.statusCode());
    assertTrue(header(answer, "content-type").startsWith("text/html"));
    assertTrue(answer.body().contains("<div id=\"app\">"));
    assertEquals("no-cache", header(answer, "cache-control"));
    assertEquals("nosniff", header(answer, "x-content-type-options"));
    String policy = header(answer, "content-security-policy");
    assertTrue(policy.contains("default-src 'self'"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
  }

  @Test
  void what_the_page_loads_is_there_and_kept_for_ever() throws Exception {
    Matcher asset = Pattern.compile("\"(/assets/[^\"]+)\"").matcher(service.get("/").body());
    assertTrue(asset.find());
    HttpResponse<String> answer = service.get(asset.group(1));
    assertEquals(200, answer.statusCode());
    assertTrue(header(answer, "cache-control").contains("immutable"));
  }

  @Test
  void the_service_tells_its_walls() throws Exception {
    JsonNode about = service.json("/api/about");
    assertEquals("python", about.get("languages").get(0).asText());
    assertEquals("bubblewrap", about.get("isolation").asText());
    assertTrue(about.get("walls").toString().contains("no network"));
    assertTrue(about.has("version"));
  }

  @Test
  void the_gallery_has_every_teaching_program_in_both_languages() throws Exception {
    JsonNode gallery = service.json("/api/gallery");
    assertTrue(gallery.size() >= 12, "programs: " + gallery.size());
    for (JsonNode example : gallery) {
      assertTrue(example.get("source").asText().length() > 10);
      assertTrue(example.get("title").has("en") && example.get("title").has("ko"));
      assertTrue(example.get("notice").has("en") && example.get("notice").has("ko"));
      assertTrue(example.has("topic") && example.has("verdict") && example.has("settings"));
    }
  }

  /// It is healthy once programs can be run and explored.
  private JsonNode awaitHealth() throws Exception {
    while (service.get("/q/health/ready").statusCode() != 200) {
      Thread.sleep(100);
    }
    return service.json("/q/health");
  }

  @Test
  void health_metrics_and_the_description_of_the_interface_are_served() throws Exception {
    service.run("print(1)");
    JsonNode health = awaitHealth();
    assertTrue(health.at("/checks").toString().contains("\"exploring\":1"), health.toString());
    assertTrue(health.toString().contains("no network"));
    String metrics = service.get("/q/metrics").body();
    for (String name :
        new String[] {
          "braid_runs_total{verdict=\"passed\"}",
          "braid_queue_length",
          "braid_run_wall_seconds",
          "braid_run_first_step_seconds"
        }) {
      assertTrue(metrics.contains(name), name);
    }
    String api = service.get("/q/openapi").body();
    for (String path : new String[] {"/api/runs/{id}/trace", "/api/snippets", "/api/gallery"}) {
      assertTrue(api.contains(path), path);
    }
    for (String member : new String[] {"Exploring:", "budget:", "bound:", "seconds:", "- dpor"}) {
      assertTrue(api.contains(member), member);
    }
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
