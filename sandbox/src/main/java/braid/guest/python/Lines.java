package braid.guest.python;

import java.util.Arrays;

/// The lines a task is at, the innermost last: its own stack of statements begun and not ended.
/// Both ends may be missed (a generator is left in the middle), so leaving looks for its line.
/// Confined to its task.
final class Lines {
  private static final int DEPTH_MAX = 10_000;
  private int[] lines = new int[16];
  private int depth;

  void enter(int line) {
    if (depth == lines.length) {
      if (depth >= DEPTH_MAX) {
        return;
      }
      lines = Arrays.copyOf(lines, depth * 2);
    }
    lines[depth++] = line;
  }

  /// The statement at `line` is done; gives the line the task is back at, 0 for none.
  int leave(int line) {
    int at = depth - 1;
    while (at >= 0 && lines[at] != line) {
      at--;
    }
    if (at >= 0) {
      depth = at;
    }
    return depth > 0 ? lines[depth - 1] : 0;
  }
}
