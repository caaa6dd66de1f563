package braid.server.run;

import braid.program.Language;
import braid.program.Program;
import braid.server.wire.RunBody;
import braid.server.wire.RunBody.EndBody;
import braid.server.wire.RunState;
import braid.server.wire.SettingsBody;
import braid.server.wire.TraceBytes;
import braid.trace.VerdictType;
import braid.worker.pool.RunEnd;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/// Runs in the database. Thread-safe.
@ApplicationScoped
public class RunStore {
  private final ObjectMapper json;
  private final EntityManager entities;

  RunStore(ObjectMapper json, EntityManager entities) {
    this.json = json;
    this.entities = entities;
  }

  /// Writes down that a run was asked for.
  @Transactional
  void queued(String id, Program program, Instant createdAt) {
    // A run not yet begun may be forgotten with a crashed machine, so nobody waits for the disk.
    entities.createNativeQuery("set local synchronous_commit = off").executeUpdate();
    RunRow row = new RunRow();
    row.id = id;
    row.state = RunState.QUEUED.word();
    row.language = text(program.language());
    row.file = program.file();
    row.source = program.source();
    row.settings = text(SettingsBody.of(program.settings()));
    row.createdAt = createdAt;
    row.persist();
  }

  /// Writes down the end of a run with its trace, and returns it as it will be read from now on.
  @Transactional
  RunBody finished(String id, RunEnd end, TraceBytes trace) {
    RunRow row = RunRow.findById(id);
    row.state = RunState.FINISHED.word();
    row.finishedAt = Instant.now();
    row.verdict = text(end.verdict().verdict());
    // Text columns hold every character but this one.
    row.detail = end.verdict().detail().replace('\0', '\uFFFD');
    row.reason = text(end.verdict().reason());
    row.steps = end.verdict().steps();
    row.entries = end.entries();
    row.virtualNanos = end.verdict().time();
    row.wallMillis = end.wallMillis();
    row.schedule = end.verdict().schedule().replace('\0', '\uFFFD');
    row.traceHash = end.traceHash();
    row.output = end.output().getBytes(StandardCharsets.UTF_8);
    row.stderr = end.stderr().getBytes(StandardCharsets.UTF_8);
    TraceRow lines = new TraceRow();
    lines.run = id;
    lines.linesGzip = trace.gzip();
    lines.persist();
    return body(row);
  }

  /// The run of this name.
  @Transactional
  public Optional<RunBody> find(String id) {
    return RunRow.<RunRow>findByIdOptional(id).map(this::body);
  }

  /// The trace of this run.
  @Transactional
  public Optional<TraceBytes> trace(String id) {
    return TraceRow.<TraceRow>findByIdOptional(id).map(row -> new TraceBytes(row.linesGzip));
  }

  /// Marks what an earlier service left unfinished; returns how many.
  @Transactional
  long interruptUnfinished() {
    return RunRow.update("state = 'interrupted' where state in ('queued', 'running')");
  }

  /// Deletes runs asked for before this moment; snippets have their own copies.
  @Transactional
  long deleteOlderThan(Instant moment) {
    return RunRow.delete("createdAt < ?1 and state in ('finished', 'interrupted')", moment);
  }

  private RunBody body(RunRow row) {
    return new RunBody(
        row.id,
        RunState.of(row.state),
        Optional.empty(),
        value(row.language, Language.class),
        row.file,
        row.source,
        value(row.settings, SettingsBody.class),
        row.createdAt,
        row.verdict == null ? EndBody.NONE : end(row));
  }

  private EndBody end(RunRow row) {
    return new EndBody(
        Optional.of(value(row.verdict, VerdictType.class)),
        Optional.of(row.detail),
        Optional.of(value(row.reason, JsonNode.class)),
        Optional.of(row.steps),
        Optional.of(row.entries),
        Optional.of(row.virtualNanos / 1e6),
        Optional.of(row.wallMillis),
        Optional.of(row.schedule),
        Optional.of(row.traceHash),
        Optional.of(new String(row.output, StandardCharsets.UTF_8)),
        Optional.of(new String(row.stderr, StandardCharsets.UTF_8)));
  }

  private String text(Object value) {
    return value instanceof Enum<?> word ? json.convertValue(word, String.class) : written(value);
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("it cannot be written: " + value, e);
    }
  }

  private <T> T value(String text, Class<T> type) {
    try {
      return type.isEnum() ? json.convertValue(text, type) : json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the database holds what is no " + type, e);
    }
  }
}
