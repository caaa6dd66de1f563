package braid.server.snippet;

import braid.program.Program;
import braid.server.problem.RefusedRequest;
import braid.server.run.RunStore;
import braid.server.run.Runs;
import braid.server.wire.Base58;
import braid.server.wire.RunBody;
import braid.server.wire.RunState;
import braid.server.wire.SettingsBody;
import braid.server.wire.TraceBytes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Saved programs. What is saved never changes and is never deleted. Thread-safe.
@ApplicationScoped
public class Snippets {
  private static final int ID_CHARS = 11;
  private static final int ID_CHARS_MAX = 22;

  private final Runs runs;
  private final RunStore store;
  private final ObjectMapper json;
  private final EntityManager entities;

  Snippets(Runs runs, RunStore store, ObjectMapper json, EntityManager entities) {
    this.runs = runs;
    this.store = store;
    this.json = json;
    this.entities = entities;
  }

  /// What the trace of a run adds to a snippet.
  private record Played(String traceHash, String summary, byte[] gzip) {}

  /// Saves a finished run with its trace; the same one again gives the same name.
  @Transactional
  SnippetBody.Link ofRun(String id) {
    RunBody run = runs.find(id);
    if (run.state() != RunState.FINISHED) {
      throw RefusedRequest.conflict(
          "Run " + id + " has not finished; it can be shared once its verdict is there.");
    }
    TraceBytes trace = store.trace(id).orElseThrow();
    SnippetRow row = new SnippetRow();
    row.language = json.convertValue(run.language(), String.class);
    row.file = run.file();
    row.source = run.source();
    row.settings = write(run.settings());
    String hash = run.end().traceHash().orElseThrow();
    return save(row, Optional.of(new Played(hash, write(run), trace.gzip())));
  }

  /// Saves a program without a run.
  @Transactional
  SnippetBody.Link ofProgram(Program program) {
    SnippetRow row = new SnippetRow();
    row.language = json.convertValue(program.language(), String.class);
    row.file = program.file();
    row.source = program.source();
    row.settings = write(SettingsBody.of(program.settings()));
    return save(row, Optional.empty());
  }

  @Transactional
  SnippetBody find(String id) {
    SnippetRow row = row(id);
    return new SnippetBody(
        row.id,
        row.language,
        row.file,
        row.source,
        read(row.settings, SettingsBody.class),
        row.createdAt,
        Optional.ofNullable(row.runSummary).map(it -> read(it, JsonNode.class)));
  }

  @Transactional
  TraceBytes trace(String id) {
    return Optional.ofNullable(row(id).linesGzip)
        .map(TraceBytes::new)
        .orElseThrow(() -> RefusedRequest.unknown("Snippet " + id + " was saved without a run."));
  }

  private SnippetBody.Link save(SnippetRow row, Optional<Played> played) {
    byte[] hash =
        ContentHash.of(
            List.of(
                row.language,
                row.file,
                row.source,
                row.settings,
                played.map(Played::traceHash).orElse("")));
    row.contentHash = HexFormat.of().formatHex(hash);
    row.createdAt = Instant.now();
    played.ifPresent(
        it -> {
          row.runSummary = it.summary();
          row.linesGzip = it.gzip();
        });
    // Two contents with one short name are all but impossible; the later one gets a longer name.
    for (int chars = ID_CHARS; chars <= ID_CHARS_MAX; chars++) {
      row.id = Base58.of(hash, chars);
      if (isSaved(row)) {
        return SnippetBody.Link.to(row.id);
      }
    }
    throw new IllegalStateException("no name is free for content " + row.contentHash);
  }

  /// Whether the row is in the database under its name, from now or from before.
  private boolean isSaved(SnippetRow row) {
    // Two people may share the same run at once, so the database decides who was first.
    entities
        .createNativeQuery(
            """
            insert into snippet (id, content_hash, language, file, source, settings, created_at,
                                 run_summary, lines_gzip)
            values (:id, :hash, :language, :file, :source, :settings, :created, :summary, :lines)
            on conflict do nothing
            """)
        .setParameter("id", row.id)
        .setParameter("hash", row.contentHash)
        .setParameter("language", row.language)
        .setParameter("file", row.file)
        .setParameter("source", row.source)
        .setParameter("settings", row.settings)
        .setParameter("created", row.createdAt)
        .setParameter("summary", row.runSummary)
        .setParameter("lines", row.linesGzip)
        .executeUpdate();
    SnippetRow kept = SnippetRow.findById(row.id);
    return kept != null && kept.contentHash.equals(row.contentHash);
  }

  private static SnippetRow row(String id) {
    return SnippetRow.<SnippetRow>findByIdOptional(id)
        .orElseThrow(() -> RefusedRequest.unknown("There is no snippet " + id + "."));
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it cannot be written: " + value, e);
    }
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds what is no " + type, e);
    }
  }
}
