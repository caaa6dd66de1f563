package braid.trace.lane;

import braid.trace.Change;
import braid.trace.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The lane picture: one row per task, one column per step, in blocks of 100 columns under a ruler.
///
///                0         10
///     MainThread (s[--]?~~-j)
///     adder       --(?--[])
///
/// A step is the glyph of its action in the row of its task: `(` begin, `)` end, `s` start, `j`
/// join, `X` kill, `z` sleep, `@` ask the network, `.` yield, `"` print, `[` acquire, `]` release,
/// `w` wait, `r` resume, `n` notify, `!` set, `c` clear, `a` await, `|` arrive, `/` pass, `>` put,
/// `<` get, `R` read, `W` write, `k` cancel, `^` call, `+` next, `=` yield, `*` anything else; `?`
/// an attempt after which the task is blocked, `x` one that failed, ran out of time, was cancelled
/// or was a mistake. The other rows show how their tasks stand after that step: `-` runnable, `~`
/// blocked, joining or waiting for the network, `_` sleeping or suspended, blank while not started
/// or ended. A row that would be blank is left out of its block.
///
/// Confined to one thread.
public final class Lanes {
  private static final int COLUMNS = 100;
  private static final int TICK = 10;

  /// With more rows than this a block shows only the tasks that step in it.
  private static final int ROWS_MAX = 64;

  private final SequencedMap<Integer, Lane> lanes = new LinkedHashMap<>();
  private final StringBuilder picture = new StringBuilder();
  private int nameWidth;
  private int steps;

  private Lanes() {}

  /// The picture of a trace, or of the first part of one; each line ends with a line feed.
  public static String of(List<Entry> entries) {
    Lanes lanes = new Lanes();
    entries.forEach(lanes::name);
    lanes.tellNamesakesApart();
    entries.forEach(lanes::draw);
    lanes.endBlock();
    return lanes.picture.toString();
  }

  private void name(Entry entry) {
    if (entry instanceof Entry.TaskAdded added) {
      lanes.put(added.task(), new Lane(added.task(), added.name()));
    } else if (entry instanceof Entry.TaskNamed named) {
      lane(named.task()).rename(named.name());
    }
  }

  private void tellNamesakesApart() {
    SequencedMap<String, List<Lane>> namesakes = new LinkedHashMap<>();
    for (Lane lane : lanes.values()) {
      namesakes.computeIfAbsent(lane.name(), _ -> new ArrayList<>()).add(lane);
    }
    namesakes.values().stream()
        .filter(same -> same.size() > 1)
        .flatMap(List::stream)
        .forEach(Lane::addNumberToName);
    nameWidth = lanes.values().stream().mapToInt(Lane::nameWidth).max().orElse(0);
  }

  private void draw(Entry entry) {
    if (entry instanceof Entry.Step step) {
      drawStep(step);
    } else if (entry instanceof Entry.RecordingStopped stopped) {
      endBlock();
      picture.append("(recording stopped after ").append(stopped.steps()).append(" steps)\n");
    }
  }

  private void drawStep(Entry.Step step) {
    int column = steps % COLUMNS;
    lane(step.task()).step(column, Glyph.of(step));
    for (Change change : step.changes()) {
      if (change instanceof Change.OfTask of) {
        lane(of.task()).change(column, of.state());
      }
    }
    steps++;
    if (steps % COLUMNS == 0) {
      endBlock();
    }
  }

  /// A task that was never declared, as in a part of a trace, has its number for a name.
  private Lane lane(int task) {
    return lanes.computeIfAbsent(task, id -> new Lane(id, "task " + id));
  }

  private void endBlock() {
    int columns = 1 + (steps - 1) % COLUMNS;
    List<Lane> shown = lanes.values().stream().filter(lane -> lane.isVisibleIn(columns)).toList();
    if (steps == 0 || shown.stream().noneMatch(Lane::hasStepped)) {
      return;
    }
    if (!picture.isEmpty()) {
      picture.append('\n');
    }
    appendRuler(steps - columns, columns);
    int hidden = 0;
    for (Lane lane : shown) {
      if (shown.size() <= ROWS_MAX || lane.hasStepped()) {
        lane.appendTo(picture, nameWidth, columns);
      } else {
        hidden++;
      }
    }
    if (hidden > 0) {
      picture.append("(and ").append(hidden).append(" tasks that do nothing here)\n");
    }
    lanes.values().forEach(Lane::clear);
  }

  private void appendRuler(int first, int columns) {
    StringBuilder ruler = new StringBuilder();
    for (int tick = first; tick < first + columns; tick += TICK) {
      ruler.repeat(' ', nameWidth + 1 + tick - first - ruler.length()).append(tick);
    }
    picture.append(ruler).append('\n');
  }
}
