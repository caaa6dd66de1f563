package braid.explore;

import braid.explore.event.Known;
import braid.explore.search.Course;
import braid.explore.search.Sampling;
import braid.explore.search.Search;
import braid.kernel.sample.Way;
import braid.trace.VerdictType;
import java.util.List;
import java.util.function.Consumer;

/// How many schedules it takes on average until one fails, for each way to draw them, beside what
/// was published. Run by `./braid bench`; a test holds the one promise made.
final class SamplingTable {
  static final int SEEDS = 20;
  private static final int SCHEDULES_MAX = 10_000;

  /// @param published mean schedules of SURW, POS and PCT-3 (Zhao and others, ASPLOS 2025); -1
  ///     where none was found or told
  record Row(String name, Consumer<Playlet> play, int surw, int pos, int pct) {
    int published(Way way) {
      return switch (way) {
        case SURW -> surw;
        case POS -> pos;
        case PCT -> pct;
        case RANDOM -> -1;
      };
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// The mean over the seeds that found it, and how many did.
  record Mean(double schedules, int found) {
    @Override
    public String toString() {
      return found == 0 ? "never" : "%.0f (%d/%d)".formatted(schedules, found, SEEDS);
    }
  }

  private SamplingTable() {}

  static List<Row> rows() {
    return List.of(
        new Row("reorder_3", play -> Memories.reorder(play, 2, 1), 7, 86, 185),
        new Row("reorder_10", play -> Memories.reorder(play, 9, 1), -1, -1, -1),
        new Row("reorder_50", play -> Memories.reorder(play, 49, 1), -1, -1, -1),
        new Row("twostage", Memories::twoStage, 8, 15, 13),
        new Row("wronglock", Memories::wrongLock, 7, 10, 51),
        new Row("bluetooth", Memories::bluetooth, 70, 36, 112),
        new Row("stringbuffer", Memories::stringBuffer, 8, 23, 281));
  }

  static Mean mean(Row row, Way way) {
    Stage stage = new Stage(row.play());
    long sum = 0;
    int found = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      int schedules = untilFailure(stage, new Sampling(new Known(), 5_000, way, seed));
      sum += schedules > 0 ? schedules : 0;
      found += schedules > 0 ? 1 : 0;
    }
    return new Mean(found == 0 ? 0 : (double) sum / found, found);
  }

  /// How many schedules were drawn until one failed; -1 when none did.
  private static int untilFailure(Stage stage, Search search) {
    for (int schedules = 1; schedules <= SCHEDULES_MAX; schedules++) {
      Course course = search.next();
      Executed executed = stage.execute(course, course.watch());
      course.watch().hasGrown();
      search.isNew(course);
      if (executed.verdict() == VerdictType.UNCAUGHT) {
        return schedules;
      }
    }
    return -1;
  }

  /// Prints the table.
  public static void main(String[] arguments) {
    System.out.printf("schedules until the first failure, mean of %d seeds%n", SEEDS);
    System.out.printf("  %-14s", "");
    for (Way way : Way.values()) {
      System.out.printf("%16s %9s", way.name().toLowerCase(java.util.Locale.ROOT), "published");
    }
    System.out.println();
    for (Row row : rows()) {
      System.out.printf("  %-14s", row.name());
      for (Way way : Way.values()) {
        int published = row.published(way);
        System.out.printf("%16s %9s", mean(row, way), published < 0 ? "-" : published);
      }
      System.out.println();
    }
  }
}
