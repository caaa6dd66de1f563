package braid.server.run;

import java.util.ArrayDeque;
import java.util.Deque;

/// Logs of runs that have just ended and are in the database: kept as they are for their watchers
/// as long as there is room, the oldest emptied first. Thread-safe.
final class RecentLogs {
  private static final long CHARS_MAX = 64L << 20;

  private final Deque<RunLog> logs = new ArrayDeque<>();
  private long chars;

  synchronized void add(RunLog log) {
    logs.add(log);
    chars += log.chars();
    while (chars > CHARS_MAX) {
      RunLog oldest = logs.remove();
      chars -= oldest.chars();
      oldest.empty();
    }
  }
}
