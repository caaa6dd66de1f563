package braid.detect;

import braid.trace.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Whether the last steps of an execution are the same few, over and over. Confined to one
/// execution. The least period of a word is its length less that of its longest border (Knuth,
/// Morris and Pratt 1977, section 2).
public final class Circle {
  private static final int WINDOW = 2_048;
  private static final int STEPS_MIN = 256;

  /// It has come round at least so often.
  private static final int ROUNDS_MIN = 8;

  private long[] signatures = {};
  private int[] tasks = {};
  private int[] lines = {};
  private int count;

  /// A step: equal signatures for what looks the same.
  public void note(long signature, int task, int line) {
    if (count == 0) {
      signatures = new long[WINDOW];
      tasks = new int[WINDOW];
      lines = new int[WINDOW];
    }
    int at = count++ % WINDOW;
    signatures[at] = signature;
    tasks[at] = task;
    lines[at] = line;
  }

  /// What the last steps repeat; empty where they go anywhere.
  public Optional<Reason.Going> round() {
    int size = Math.min(count, WINDOW);
    int period = size < STEPS_MIN ? 0 : period(size);
    return period == 0 ? Optional.empty() : Optional.of(roundOf(period));
  }

  /// Of the longest tail, at least half of the window, that comes round often enough; 0 for none.
  private int period(int size) {
    int[] borders = new int[size];
    int period = 0;
    for (int i = 1; i < size; i++) {
      int border = borders[i - 1];
      while (border > 0 && back(i) != back(border)) {
        border = borders[border - 1];
      }
      borders[i] = back(i) == back(border) ? border + 1 : 0;
      int length = i + 1;
      int least = length - borders[i];
      if (length * 2 >= size && least * ROUNDS_MIN <= length) {
        period = least;
      }
    }
    return period;
  }

  private long back(int steps) {
    return signatures[at(steps)];
  }

  private int at(int stepsBack) {
    return Math.floorMod(count - 1 - stepsBack, WINDOW);
  }

  private Reason.Going roundOf(int period) {
    Set<Integer> who = new TreeSet<>();
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = 0; i < period; i++) {
      who.add(tasks[at(i)]);
      int line = lines[at(i)];
      first = line > 0 ? Math.min(first, line) : first;
      last = Math.max(last, line);
    }
    return new Reason.Going(List.copyOf(who), period, last == 0 ? 0 : first, last);
  }
}
