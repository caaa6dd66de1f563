package braid.explore.search;

import braid.kernel.sample.Lengths;
import braid.kernel.sample.Way;
import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Strategy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws schedules by chance, without end; the same seed draws the same ones.
public final class Sampling implements Search {
  private final Known known;
  private final int stepsMax;
  private final Way way;
  private final Chance chance;

  /// How many steps executions have, and each task of them: as seen so far.
  private int stepsSeen = 1;

  private final Map<Integer, Integer> taskStepsSeen = new LinkedHashMap<>();

  public Sampling(Known known, int stepsMax, Way way, long seed) {
    this.known = known;
    this.stepsMax = stepsMax;
    this.way = way;
    this.chance = new Chance(seed, 5);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Course next() {
    return new Draw();
  }

  @Override
  public boolean isNew(Course course) {
    course.finish();
    List<Event> events = course.recording().events();
    stepsSeen = Math.max(stepsSeen, events.size());
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (Event event : events) {
      if (event.isVisible) {
        counts.merge(event.task, 1, Integer::sum);
      }
    }
    counts.forEach((task, count) -> taskStepsSeen.merge(task, count, Math::max));
    return !course.isGivenUp();
  }

  private final class Draw extends Course implements Lengths {
    private final Strategy drawn = way.strategy(chance, this);

    Draw() {
      super(new Recording(known), stepsMax);
    }

    @Override
    int choose(Candidates candidates) {
      return drawn.pick(candidates);
    }

    @Override
    void finish() {
      recording().conclude();
    }

    @Override
    public int number(int task) {
      return recording().number(task);
    }

    @Override
    public int pointsExpected() {
      return stepsSeen;
    }

    @Override
    public int stepsOf(int number) {
      return taskStepsSeen.getOrDefault(number, 1);
    }
  }
}
