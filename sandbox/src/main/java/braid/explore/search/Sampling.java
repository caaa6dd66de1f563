package braid.explore.search;

import braid.explore.event.Event;
import braid.explore.event.Known;
import braid.explore.event.Recording;
import braid.kernel.sample.Lengths;
import braid.kernel.sample.Way;
import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Strategy;
import java.util.Arrays;
import java.util.List;

/// Draws schedules by chance, without end; the same seed draws the same ones.
public final class Sampling implements Search {
  private final Known known;
  private final int stepsMax;
  private final Way way;
  private final Chance chance;

  /// How many steps executions have, and each task of them: as seen so far.
  private int stepsSeen = 1;

  private int[] taskStepsSeen = {};

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
    int[] counts = new int[known.tasks()];
    for (Event event : events) {
      counts[event.task] += event.isVisible ? 1 : 0;
    }
    taskStepsSeen = Arrays.copyOf(taskStepsSeen, counts.length);
    Arrays.setAll(taskStepsSeen, task -> Math.max(taskStepsSeen[task], counts[task]));
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
      return number < taskStepsSeen.length ? Math.max(1, taskStepsSeen[number]) : 1;
    }
  }
}
