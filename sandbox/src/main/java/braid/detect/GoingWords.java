package braid.detect;

import braid.trace.Reason;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// What went on when a limit was reached, in words.
public final class GoingWords {
  private static final int NAMED_MAX = 4;

  private final IntFunction<String> names;

  /// @param names what a task is called
  public GoingWords(IntFunction<String> names) {
    this.names = names;
  }

  /// One sentence; empty when nothing is known.
  public String sentence(Reason.Going going) {
    if (going.tasks().isEmpty()) {
      return "";
    }
    if (going.steps() == 0) {
      return going.firstLine() == 0
          ? ""
          : "%s was computing at line %d.".formatted(named(going.tasks()), going.firstLine());
    }
    String lines =
        going.lastLine() == 0
            ? ""
            : going.firstLine() == going.lastLine()
                ? " (line %d)".formatted(going.firstLine())
                : " (lines %d to %d)".formatted(going.firstLine(), going.lastLine());
    boolean isOne = going.tasks().size() == 1;
    String steps = going.steps() == 1 ? "step" : "%,d steps".formatted(going.steps());
    return isOne
        ? "%s did the same %s over and over%s.".formatted(named(going.tasks()), steps, lines)
        : "%s did the same %s over and over%s. If they were meant to end, that is a livelock."
            .formatted(named(going.tasks()), steps, lines);
  }

  private String named(List<Integer> tasks) {
    String some =
        tasks.stream().limit(NAMED_MAX).map(names::apply).collect(Collectors.joining(", "));
    int more = tasks.size() - NAMED_MAX;
    if (more > 0) {
      return some + " and %,d more".formatted(more);
    }
    int last = some.lastIndexOf(", ");
    return tasks.size() < 2 ? some : some.substring(0, last) + " and " + some.substring(last + 2);
  }
}
