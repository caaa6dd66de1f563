package braid.explore;

import braid.explore.event.Known;
import braid.explore.search.Course;
import braid.explore.search.Sampling;
import braid.explore.search.Search;
import braid.kernel.sample.Way;
import java.util.LinkedHashMap;
import java.util.Map;

/// Draws schedules to tell about how many kinds of executions there are, from how seldom two are of
/// the same kind (Chao, "Nonparametric Estimation of the Number of Classes in a Population", 1984,
/// corrected for few repetitions): rather too few than too many, as some are drawn more easily.
final class Probing implements Search {
  private final Sampling draws;
  private final Map<Long, Integer> drawn = new LinkedHashMap<>();

  Probing(Known known, int stepsMax, long seed) {
    draws = new Sampling(known, stepsMax, Way.SURW, seed);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Course next() {
    return draws.next();
  }

  @Override
  public boolean isNew(Course course) {
    boolean isNew = draws.isNew(course);
    drawn.merge(course.kind(), 1, Integer::sum);
    return isNew;
  }

  @Override
  public long estimate(int explored) {
    long once = drawn.values().stream().filter(times -> times == 1).count();
    long twice = drawn.values().stream().filter(times -> times == 2).count();
    return Math.max(explored, drawn.size() + once * (once - 1) / (2 * twice + 2));
  }
}
