package braid.server.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The lines of a live run, for any number of readers, each at its own position. Its size is
/// bounded by what a trace may have; once the lines are in the database it can be emptied, and
/// readers go on there. Thread-safe.
public final class RunLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private List<String> lines = new ArrayList<>();
  private long chars;
  private boolean isComplete;
  private boolean isEmptied;

  /// Lines in a row, and whether the trace ends with them.
  public record Part(int from, List<String> lines, boolean isLast) {}

  void append(List<String> more) {
    lock.lock();
    try {
      for (String line : more) {
        lines.add(line);
        chars += line.length();
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// No more lines will come.
  void complete() {
    lock.lock();
    try {
      isComplete = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Lets go of the lines.
  void empty() {
    lock.lock();
    try {
      isEmptied = true;
      lines = List.of();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// All lines so far.
  List<String> lines() {
    lock.lock();
    try {
      return List.copyOf(lines);
    } finally {
      lock.unlock();
    }
  }

  long chars() {
    lock.lock();
    try {
      return chars;
    } finally {
      lock.unlock();
    }
  }

  /// The lines from a position on, waiting until there is one or the trace is complete; at most so
  /// many characters unless a single line is longer. Nothing when the log was emptied.
  public Optional<Part> awaitPart(int from, int charsMax) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isEmptied && !isComplete && lines.size() <= from) {
        changed.await();
      }
      return isEmptied ? Optional.empty() : Optional.of(part(from, charsMax));
    } finally {
      lock.unlock();
    }
  }

  private Part part(int from, int charsMax) {
    int to = Math.min(from, lines.size());
    int taken = 0;
    while (to < lines.size() && (taken == 0 || taken + lines.get(to).length() <= charsMax)) {
      taken += lines.get(to).length();
      to++;
    }
    List<String> some = from < to ? List.copyOf(lines.subList(from, to)) : List.of();
    return new Part(from, some, isComplete && to == lines.size());
  }
}
