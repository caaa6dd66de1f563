package braid.shell;

import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Reason;
import braid.trace.Stream;
import braid.trace.TraceLines;
import braid.trace.VerdictType;
import braid.worker.pool.RunEnd;
import braid.worker.pool.RunListener;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;

/// What the shell tells of one run. Fed by the pool's thread, read after [#await].
final class Report implements RunListener {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String file;
  private final Optional<BiConsumer<Stream, String>> echo;
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder stdout = new StringBuilder();
  private final StringBuilder stderr = new StringBuilder();
  private final CountDownLatch over = new CountDownLatch(1);
  private Entry.Verdict verdict =
      new Entry.Verdict(VerdictType.REJECTED, "", new Reason.Refused(0, ""), 0, 0, "");
  private String traceHash = "";
  private long wallMillis;

  Report(String file, Optional<BiConsumer<Stream, String>> echo) {
    this.file = file;
    this.echo = echo;
  }

  @Override
  public void lines(List<String> received) {
    for (String line : received) {
      lines.add(line);
      switch (TraceLines.read(line)) {
        case Entry.Step step when step.action() instanceof Action.Print(Stream to, String text) ->
            print(to, text);
        case Entry.Output(int _, Stream to, String text) -> print(to, text);
        case Entry _ -> {}
      }
    }
  }

  private void print(Stream to, String text) {
    (to == Stream.STDOUT ? stdout : stderr).append(text);
    echo.ifPresent(terminal -> terminal.accept(to, text));
  }

  @Override
  public void ended(RunEnd end) {
    verdict = end.verdict();
    traceHash = end.traceHash();
    wallMillis = end.wallMillis();
    over.countDown();
  }

  /// It was not even started.
  void reject(String sentence) {
    verdict =
        new Entry.Verdict(
            VerdictType.REJECTED, sentence, new Reason.Refused(0, sentence), 0, 0, "");
    over.countDown();
  }

  void await() throws InterruptedException {
    over.await();
  }

  String file() {
    return file;
  }

  String detail() {
    return verdict.detail();
  }

  long wallMillis() {
    return wallMillis;
  }

  /// What a command that was about this file alone exits with.
  int exitCode() {
    return switch (verdict.verdict()) {
      case PASSED -> 0;
      case UNCAUGHT -> 1;
      case DEADLOCK -> 3;
      case RACE -> 4;
      case LIMIT -> 5;
      case REJECTED -> 6;
    };
  }

  List<Entry> entries() {
    return lines.stream().map(TraceLines::read).toList();
  }

  void writeTrace(Path target) {
    try {
      Path folder = target.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.write(target, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("the trace cannot be written to " + target, e);
    }
  }

  /// The verdict as a line for a terminal.
  String verdictLine(boolean hasFile) {
    String where = hasFile ? file + ": " : "";
    return "%s%s: %s (%,d steps, %s of virtual time)"
        .formatted(where, word(), verdict.detail(), verdict.steps(), seconds(verdict.time()));
  }

  /// Who waits for whom, in lines of text; empty where it is no deadlock.
  String waitPicture() {
    return verdict.verdict() == VerdictType.DEADLOCK ? WaitPicture.of(entries()) : "";
  }

  private static String seconds(long nanos) {
    return "%.3f s".formatted(nanos / 1e9);
  }

  /// The verdict in a word.
  String word() {
    return MAPPER.convertValue(verdict.verdict(), String.class);
  }

  /// Everything on one line of JSON.
  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", file);
    members.put("verdict", word());
    members.put("detail", verdict.detail());
    members.put("output", stdout.toString());
    members.put("stderr", stderr.toString());
    members.put("steps", verdict.steps());
    members.put("virtualMillis", verdict.time() / 1_000_000);
    members.put("wallMillis", wallMillis);
    members.put("schedule", verdict.schedule());
    members.put("traceHash", traceHash);
    try {
      return MAPPER.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of words and numbers can be written", e);
    }
  }
}
