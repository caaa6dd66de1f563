package braid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with a request is said in one sentence, whichever layer notices.
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class RequestTest {
  @TestHTTPResource("/")
  URI base;

  private Service service;

  @BeforeEach
  void connect() {
    service = new Service(base);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~                                             | send the program as JSON
          {                                              | not the JSON
          []                                             | not the JSON
          null                                           | send the program as JSON
          {}                                             | `source` is missing
          {"source":null}                                | `source` is missing
          {"source":5}                                   | `source`
          {"source":["x"]}                               | `source`
          {"source":"x","colour":1}                      | no member `colour`
          {"source":"x","language":"cobol"}              | `cobol` cannot stand at `language`
          {"source":"x","file":""}                       | `file`
          {"source":"x","file":"../x"}                   | `file`
          {"source":"x","settings":5}                    | `settings`
          {"source":"x","settings":{"strategy":"best"}}  | `best`
          {"source":"x","settings":{"strategy":1}}       | `1` cannot stand at `settings.strategy`
          {"source":"x","settings":{"seed":-1}}          | seed
          {"source":"x","settings":{"seed":4294967296}}  | seed
          {"source":"x","settings":{"seed":1.5}}         | `settings.seed`
          {"source":"x","settings":{"seed":"7"}}         | `settings.seed`
          {"source":"x","settings":{"cores":0}}          | cores
          {"source":"x","settings":{"cores":65}}         | cores
          {"source":"x","settings":{"gil":"no"}}         | `settings.gil`
          {"source":"x","settings":{"speed":1}}          | no member `speed`
          {"source":"x","settings":{"strategy":"dpor"}}  | explore with them instead of running
          {"source":"x","settings":{"explore":5}}        | `settings.explore`
          {"source":"x","settings":{"explore":{"budget":0}}}           | 1 to 100,000,000 executions
          {"source":"x","settings":{"explore":{"budget":100000001}}}   | not 100,000,001
          {"source":"x","settings":{"explore":{"budget":"all"}}}       | `settings.explore.budget`
          {"source":"x","settings":{"explore":{"budget":1.5}}}         | `settings.explore.budget`
          {"source":"x","settings":{"explore":{"bound":-2}}}           | preemptions
          {"source":"x","settings":{"explore":{"bound":1001}}}         | preemptions
          {"source":"x","settings":{"explore":{"seconds":0}}}          | 1 to 3,600 seconds
          {"source":"x","settings":{"explore":{"depth":3}}}            | no member `depth`
          {"source":"x","settings":{"strategy":"simulate","explore":{}}} | takes one of dpor
          {"source":"x","settings":{"schedule":"s","explore":{}}}      | no schedule
          {"source":"a\\u0000b"}                         | null characters
          {"source":"\\ud800"}                           | half a character
          """)
  void a_program_that_is_none_is_refused_with_the_reason(String body, String reason)
      throws Exception {
    assertProblem(400, reason, service.post("/api/runs", body));
    if (body.contains("\"x\",") && !body.contains("colour")) {
      assertProblem(400, reason, service.post("/api/snippets", body));
    }
  }

  @Test
  void a_source_may_have_64_kib_and_no_more() throws Exception {
    String largest = "#".repeat(64 * 1024);
    assertEquals(201, service.post("/api/runs", "{\"source\":\"" + largest + "\"}").statusCode());
    assertProblem(
        413, "65,537 bytes", service.post("/api/runs", "{\"source\":\"" + largest + "#\"}"));
  }

  @Test
  void a_body_over_the_limit_is_refused_with_a_sentence_announced_or_not() throws Exception {
    byte[] body = ("{\"source\":\"" + "#".repeat(1 << 20) + "\"}").getBytes();
    for (var publisher :
        new HttpRequest.BodyPublisher[] {
          BodyPublishers.ofByteArray(body),
          BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body))
        }) {
      HttpRequest request =
          HttpRequest.newBuilder(service.at("/api/runs"))
              .header("content-type", "application/json")
              .POST(publisher)
              .build();
      assertProblem(413, "64 KiB", service.http().send(request, BodyHandlers.ofString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/api",
        "/api/nothing",
        "/api/runs/1",
        "/api/runs/1/trace",
        "/api/snippets/1",
        "/api/snippets/1/trace",
        "/assets/none.js",
        "/s",
        "/examples/a/b"
      })
  void what_is_not_there_is_said_to_be_not_there(String path) throws Exception {
    assertProblem(404, "", service.get(path));
  }

  @Test
  void a_run_that_is_not_there_cannot_be_stopped_or_shared() throws Exception {
    assertProblem(404, "no run x1", service.post("/api/runs/x1/stop", ""));
    assertProblem(404, "no run x1", service.post("/api/snippets", "{\"run\":\"x1\"}"));
    assertProblem(400, "`run` or `source`", service.post("/api/snippets", "{}"));
  }

  @Test
  void the_wrong_method_or_media_type_is_named() throws Exception {
    HttpRequest delete = HttpRequest.newBuilder(service.at("/api/runs")).DELETE().build();
    assertProblem(405, "method", service.http().send(delete, BodyHandlers.ofString()));
    HttpRequest text =
        HttpRequest.newBuilder(service.at("/api/runs"))
            .header("content-type", "text/plain")
            .POST(BodyPublishers.ofString("print(1)"))
            .build();
    assertProblem(415, "JSON", service.http().send(text, BodyHandlers.ofString()));
  }

  private static void assertProblem(int status, String reason, HttpResponse<String> answer)
      throws Exception {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("content-type").orElse(""));
    JsonNode problem = Service.json(answer);
    assertEquals(status, problem.get("status").asInt());
    assertEquals("about:blank", problem.get("type").asText());
    String detail = problem.get("detail").asText();
    assertTrue(detail.contains(reason), detail);
    assertTrue(detail.endsWith("."), detail);
  }
}
