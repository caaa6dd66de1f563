package braid.detect;

import braid.trace.Names;
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
        + "."
        + cause(deadlock);
  }

  /// Why it came to this, where that says more than who waits.
  private String cause(Reason.Deadlock deadlock) {
    return switch (deadlock.type()) {
      case LOST_WAKEUP ->
          deadlock.early().stream().map(this::tooEarly).collect(Collectors.joining());
      case MISSING_RELEASE ->
          deadlock.isCycle() ? "" : " Who holds it has ended without giving it back.";
      case POOL_STARVATION -> " No worker is left to do what is waited for.";
      case QUEUE_NEVER_FILLED -> " Nobody is left at the other end of the queue.";
      case LOCK_CYCLE, JOIN_CYCLE, OTHER -> "";
    };
  }

  private String tooEarly(Reason.Notice notice) {
    return " %s notified %s too early (line %d, step %d): nobody waited yet."
        .formatted(
            names.task(notice.task()),
            names.object(notice.object()),
            notice.line(),
            notice.step() + 1);
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
