package braid.shell;

import braid.trace.Entry;
import braid.trace.Names;
import braid.trace.Reason;
import java.util.List;

/// Draws in a few lines of text who waits for whom at the end of a deadlock, a circle as one:
///
///     .-> t1 --wants--> right --held by--> t2
///     '-- t2 --wants--> left --held by--> t1
///
/// Without state.
final class WaitPicture {
  private static final int LINES_MAX = 16;

  private WaitPicture() {}

  /// The picture of a trace that ended in a deadlock, each line with a line feed; empty for others.
  static String of(List<Entry> entries) {
    Names names = new Names();
    entries.forEach(names::note);
    return !entries.isEmpty()
            && entries.getLast() instanceof Entry.Verdict verdict
            && verdict.reason() instanceof Reason.Deadlock deadlock
        ? picture(deadlock, names)
        : "";
  }

  private static String picture(Reason.Deadlock deadlock, Names names) {
    List<Reason.Waiting> waiting = deadlock.waiting();
    int shown = waiting.size() > LINES_MAX ? LINES_MAX - 1 : waiting.size();
    StringBuilder picture = new StringBuilder();
    for (int i = 0; i < waiting.size(); i++) {
      boolean isLast = i == waiting.size() - 1;
      if (i < shown || isLast && deadlock.isCycle()) {
        picture
            .append(deadlock.isCycle() ? rail(i == 0, isLast) : "    ")
            .append(line(waiting.get(i), names))
            .append('\n');
      } else if (i == shown) {
        picture.append(deadlock.isCycle() ? "|   " : "    ").append("...\n");
      }
    }
    return picture.toString();
  }

  /// Leads from the last line back to the first.
  private static String rail(boolean isFirst, boolean isLast) {
    if (isFirst) {
      return isLast ? "<-> " : ".-> ";
    }
    return isLast ? "'-- " : "|   ";
  }

  private static String line(Reason.Waiting wait, Names names) {
    String who = names.task(wait.task());
    if (wait.object() < 0) {
      return wait.holder() < 0 ? who : who + " --joins--> " + names.task(wait.holder());
    }
    String wants = who + " --wants--> " + names.object(wait.object());
    if (wait.holder() < 0) {
      return wants;
    }
    String link = names.isFuture(wait.object()) ? " --worked on by--> " : " --held by--> ";
    return wants + link + names.task(wait.holder());
  }
}
