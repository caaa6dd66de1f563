package braid.shell;

import braid.trace.Entry;
import braid.trace.VerdictType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the shell tells of one exploration. Immutable.
final class ExploredReport {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int OUTPUT_CHARS_MAX = 60;

  /// Fewer executions in a second are told with a decimal.
  private static final int SLOW = 10;
  private static final Entry.Explored NOTHING =
      new Entry.Explored(0, 0, false, -1, -1, "", "", List.of(), List.of(), List.of(), 0);

  private final Report report;
  private final Entry.Explored found;

  ExploredReport(Report report) {
    this.report = report;
    this.found =
        report.entries().stream()
            .filter(Entry.Explored.class::isInstance)
            .map(Entry.Explored.class::cast)
            .reduce(NOTHING, (_, later) -> later);
  }

  /// Everything on one line of JSON (DESIGN section 9).
  String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("file", report.file());
    members.put("verdict", report.word());
    members.put("detail", report.detail());
    members.put("explored", found.explored());
    members.put("blocked", found.blocked());
    members.put("complete", found.complete());
    members.put("estimated", found.estimated());
    members.put("preemptions", found.preemptions());
    members.put("schedule", found.schedule());
    members.put("passing", found.passing());
    members.put("outcomes", found.outcomes());
    members.put("races", found.races());
    members.put("warnings", found.warnings());
    members.put("executionsPerSecond", Math.round(found.executionsPerSecond()));
    members.put("wallMillis", report.wallMillis());
    try {
      return MAPPER.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of words and numbers can be written", e);
    }
  }

  /// For a terminal: the verdict, what executions end with, and races.
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(report.file()).append(": ").append(report.word()).append(": ");
    text.append(report.detail()).append('\n');
    for (Entry.Ending ending : found.outcomes()) {
      text.append("  %,9d × %-9s %s%n".formatted(ending.count(), word(ending), shown(ending)));
      if (!ending.detail().isEmpty() && ending.verdict() != VerdictType.PASSED) {
        text.append("            %s%n".formatted(ending.detail()));
      }
      text.append("            --schedule %s%n".formatted(ending.schedule()));
    }
    for (Entry.Race race : found.races()) {
      text.append(
          "  race on %s: %s and %s; nothing orders them: hold the same lock around both%n"
              .formatted(race.object(), side(race.first()), side(race.second())));
      text.append(calls(race.first())).append(calls(race.second()));
    }
    for (Entry.Inversion warning : found.warnings()) {
      text.append("  warning: locks are taken in different orders: ");
      text.append(
          warning.circle().stream().map(ExploredReport::taking).collect(Collectors.joining("; ")));
      text.append(". No schedule so far ends there.\n");
    }
    double rate = found.executionsPerSecond();
    text.append(
        found.explored() == 1
            ? "  1 execution, "
            : "  %,d executions, ".formatted(found.explored()));
    text.append((rate < SLOW ? "%.1f per second" : "%,.0f per second").formatted(rate));
    return text.toString();
  }

  private static String word(Entry.Ending ending) {
    return MAPPER.convertValue(ending.verdict(), String.class);
  }

  private static String shown(Entry.Ending ending) {
    String lines = ending.output().lines().collect(Collectors.joining(" ⏎ "));
    return lines.length() > OUTPUT_CHARS_MAX
        ? lines.substring(0, OUTPUT_CHARS_MAX - 1) + "…"
        : lines;
  }

  private static String taking(Entry.Taking taking) {
    return "%s holds %s (line %d) and takes %s (line %d)"
        .formatted(taking.task(), taking.held(), taking.heldLine(), taking.taken(), taking.line());
  }

  private static String calls(Entry.Access access) {
    return access.calls().isEmpty()
        ? ""
        : access.calls().stream()
            .map(call -> "%s (line %d)".formatted(call.function(), call.line()))
            .collect(Collectors.joining(" ← ", "            " + access.task() + ": ", "\n"));
  }

  private static String side(Entry.Access access) {
    return "%s %s it at line %d"
        .formatted(access.task(), access.write() ? "writes" : "reads", access.line());
  }
}
