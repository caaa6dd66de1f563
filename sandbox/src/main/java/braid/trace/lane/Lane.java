package braid.trace.lane;

import braid.trace.TaskState;

/// One row of a lane picture, drawn from left to right. Confined to one thread.
final class Lane {
  private static final int NAME_MAX = 24;
  private static final char BLANK = ' ';

  private final int task;
  private final StringBuilder cells = new StringBuilder();
  private String name = "";

  /// What fills the columns until something happens.
  private char filling = BLANK;

  private boolean hasStepped;

  Lane(int task, String name) {
    this.task = task;
    rename(name);
  }

  String name() {
    return name;
  }

  void rename(String name) {
    this.name =
        name.codePoints()
            .limit(NAME_MAX)
            .map(Lane::visible)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  void addNumberToName() {
    name = name + " #" + task;
  }

  /// In columns of a terminal.
  int nameWidth() {
    return name.codePoints().map(Lane::width).sum();
  }

  /// The task steps in this column.
  void step(int column, char glyph) {
    fillTo(column);
    cells.append(glyph);
    hasStepped = true;
  }

  /// The task is in another state from this column on.
  void change(int column, TaskState state) {
    fillTo(column);
    filling =
        switch (state) {
          case TaskState.Created _, TaskState.Ended _ -> BLANK;
          case TaskState.Runnable _ -> '-';
          case TaskState.Blocked _, TaskState.Joining _, TaskState.Network _ -> '~';
          case TaskState.Sleeping _, TaskState.Suspended _ -> '_';
        };
  }

  /// Is there anything to see in a block of so many columns?
  boolean isVisibleIn(int columns) {
    fillTo(columns);
    return hasStepped || !cells.toString().isBlank();
  }

  boolean hasStepped() {
    return hasStepped;
  }

  void appendTo(StringBuilder picture, int nameColumns, int columns) {
    fillTo(columns);
    picture
        .append(name)
        .repeat(' ', nameColumns - nameWidth() + 1)
        .append(cells.toString().stripTrailing())
        .append('\n');
  }

  /// A new block begins.
  void clear() {
    cells.setLength(0);
    hasStepped = false;
  }

  private void fillTo(int column) {
    if (cells.length() < column) {
      cells.repeat(filling, column - cells.length());
    }
  }

  private static int visible(int codePoint) {
    return Character.isISOControl(codePoint) ? '?' : codePoint;
  }

  /// East Asian letters take two columns.
  private static int width(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
      default -> 1;
    };
  }
}
