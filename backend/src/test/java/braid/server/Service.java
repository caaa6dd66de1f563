package braid.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/// A running service as a client has it. Thread-safe.
final class Service {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Service(URI base) {
    this.base = base;
  }

  URI at(String path) {
    return base.resolve(path);
  }

  HttpClient http() {
    return http;
  }

  /// Asks for a run and returns its name.
  String submit(String source) throws Exception {
    return submit(source, 0);
  }

  String submit(String source, long seed) throws Exception {
    ObjectNode body = JSON.createObjectNode().put("source", source);
    body.putObject("settings").put("seed", seed);
    HttpResponse<String> answer = post("/api/runs", body.toString());
    if (answer.statusCode() != 201) {
      throw new IOException(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body()).get("id").asText();
  }

  /// Runs a program to its end, which its stream tells.
  JsonNode run(String source, long seed) throws Exception {
    return Watched.from(this, submit(source, seed), 0).awaitEnd();
  }

  JsonNode run(String source) throws Exception {
    return run(source, 0);
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(at(path))
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
  }

  JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path).body());
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }
}
