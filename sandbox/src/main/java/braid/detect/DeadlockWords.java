package braid.detect;

import braid.trace.Reason;
import java.util.List;
import java.util.stream.Collectors;

/// Says a deadlock in one English sentence.
final class DeadlockWords {
  private static final int NAMED_MAX = 8;
  private final Names names;

  DeadlockWords(Names names) {
    this.names = names;
  }

  String sentence(Reason.Deadlock deadlock) {
    List<Reason.Waiting> waiting = deadlock.waiting();
    String each =
        waiting.stream().limit(NAMED_MAX).map(this::clause).collect(Collectors.joining("; "));
    String more =
        waiting.size() > NAMED_MAX ? "; and %d more".formatted(waiting.size() - NAMED_MAX) : "";
    return (deadlock.isCycle() ? "A circle of waiting: " : "Nobody can go on: ")
        + each
        + more
        + ".";
  }

  private String clause(Reason.Waiting wait) {
    String who = names.task(wait.task()) + (wait.line() > 0 ? " (line " + wait.line() + ")" : "");
    if (wait.object() < 0) {
      return wait.holder() < 0
          ? who + " waits"
          : "%s waits for %s to end".formatted(who, names.task(wait.holder()));
    }
    String what = names.object(wait.object());
    if (names.isFuture(wait.object())) {
      String worker = wait.holder() < 0 ? "nobody" : names.task(wait.holder());
      return "%s waits for the result of %s, on which %s works".formatted(who, what, worker);
    }
    if (wait.holder() == wait.task()) {
      return "%s waits for %s, which it holds itself".formatted(who, what);
    }
    return wait.holder() < 0
        ? "%s waits for %s".formatted(who, what)
        : "%s waits for %s, held by %s".formatted(who, what, names.task(wait.holder()));
  }
}
