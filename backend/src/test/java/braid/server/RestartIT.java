package braid.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The built service as a process of its own, killed without warning and started again.
@Timeout(600)
class RestartIT {
  @TempDir Path data;

  private Process process;
  private Service service;

  @AfterEach
  void end() throws Exception {
    process.destroy();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
  }

  @Test
  void what_was_finished_or_shared_outlives_a_kill_and_what_ran_says_it_was_interrupted()
      throws Exception {
    start();
    JsonNode finished = service.run(Programs.COUNTER, 3);
    String name = "{\"run\":" + finished.get("id") + "}";
    JsonNode link = Service.json(service.post("/api/snippets", name));
    String trace = service.get("/api/snippets/" + link.get("id").asText() + "/trace").body();
    String running = service.submit(Programs.ENDLESS);
    String waiting = service.submit(Programs.ENDLESS);
    Watched.from(service, running, 0).awaitFirstLine();
    long killed = process.pid();
    process.destroyForcibly().waitFor();

    start();
    assertNotEquals(killed, process.pid());
    assertEquals(finished, service.json("/api/runs/" + finished.get("id").asText()));
    String snippet = "/api/snippets/" + link.get("id").asText();
    assertEquals(finished, service.json(snippet).get("run"));
    assertEquals(trace, service.get(snippet + "/trace").body());
    for (String id : new String[] {running, waiting}) {
      assertEquals("interrupted", service.json("/api/runs/" + id).get("state").asText());
      JsonNode end = Watched.from(service, id, 0).awaitEnd();
      assertEquals("interrupted", end.get("state").asText());
      assertEquals(409, service.get("/api/runs/" + id + "/trace").statusCode());
    }
    assertEquals("6\n", service.run(Programs.COUNTER).get("output").asText());
  }

  private void start() throws Exception {
    int port = freePort();
    service = new Service(URI.create("http://localhost:" + port));
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=" + port,
                "-Dbraid.data=" + data,
                "-Dbraid.worker.count=1",
                "-Dbraid.worker.spares=0",
                "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toString())
            .redirectErrorStream(true)
            .redirectOutput(Files.createTempFile(data, "service", ".log").toFile())
            .start();
    while (!isUp()) {
      assertTrue(process.isAlive(), () -> "the service ended; its log is in " + data);
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
  }

  private boolean isUp() throws Exception {
    try {
      return service.get("/q/health/live").statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
