package braid.guest.python.statement;

import java.util.Arrays;

/// The lines a task is at, the innermost last: its own stack of statements begun and not ended.
/// Both ends may be missed (a generator is left in the middle), so leaving looks for its line.
/// Confined to its task.
public final class Lines {
  private int[] lines = new int[16];
  private int depth;
  private int justLeft;

  /// Statements begun and not ended: one for each call of the user's functions.
  public int depth() {
    return depth;
  }

  /// The statement last begun and not ended, 0 for none.
  public int innermost() {
    return depth > 0 ? lines[depth - 1] : 0;
  }

  /// Whether the statement at `line` is under way and has not just reported an end, as a generator
  /// on the same line does.
  public boolean isAmid(int line) {
    return innermost() == line && justLeft != line;
  }

  public void enter(int line) {
    if (depth == lines.length) {
      lines = Arrays.copyOf(lines, depth * 2);
    }
    lines[depth++] = line;
    justLeft = 0;
  }

  /// The statement at `line` is done; gives the line the task is back at, 0 for none.
  public int leave(int line) {
    justLeft = line;
    int at = depth - 1;
    while (at >= 0 && lines[at] != line) {
      at--;
    }
    if (at >= 0) {
      depth = at;
    }
    return innermost();
  }
}
