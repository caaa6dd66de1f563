package braid.guest.python.statement;

import java.util.BitSet;

/// The lines of a program where a loop may begin: those that say `for` or `while`, and what follows
/// them up to the colon. A few too many do no harm. Immutable.
///
/// A loop that was compiled while it ran is entered again at its head, at a moment the compiler
/// decides, and its head is reported a second time. Knowing the heads, that report can be told from
/// a function calling itself.
public final class LoopLines {
  /// Of a loop's head that is spread over several lines, so many count.
  private static final int HEAD_LINES_MAX = 20;

  private final BitSet lines = new BitSet();

  public LoopLines(String source) {
    int number = 0;
    int headLinesLeft = 0;
    for (String line : (Iterable<String>) source.lines()::iterator) {
      number++;
      if (line.contains("for") || line.contains("while")) {
        headLinesLeft = HEAD_LINES_MAX;
      }
      if (headLinesLeft > 0) {
        lines.set(number);
        headLinesLeft = line.stripTrailing().endsWith(":") ? 0 : headLinesLeft - 1;
      }
    }
  }

  public boolean has(int line) {
    return lines.get(line);
  }
}
