package braid.explore.search;

import braid.kernel.memory.Touch;
import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.Chance;
import braid.trace.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Draws schedules by chance, without end; the same seed draws the same ones.
public final class Sampling implements Search {
  /// How deep a bug PCT assumes: one priority change less.
  private static final int PCT_DEPTH = 3;

  private final Known known;
  private final int stepsMax;
  private final Way way;
  private final Chance chance;

  /// How many steps executions have, and each task of them: as seen so far.
  private int stepsSeen = 1;

  private final Map<Integer, Integer> taskStepsSeen = new LinkedHashMap<>();

  /// How a schedule is drawn.
  public enum Way {
    RANDOM,
    PCT,
    POS,
    SURW
  }

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
    return switch (way) {
      case RANDOM ->
          new Draw() {
            @Override
            int choose(Candidates candidates) {
              return chance.below(candidates.size());
            }
          };
      case PCT -> new Pct();
      case POS -> new Pos();
      case SURW -> new Surw();
    };
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

  private abstract class Draw extends Course {
    Draw() {
      super(new Recording(known), stepsMax);
    }

    @Override
    void finish() {
      recording().conclude();
    }

    final int number(Candidates candidates, int index) {
      return recording().number(candidates.task(index));
    }

    /// The one with the greatest value.
    final int best(Candidates candidates, Map<Integer, Long> values) {
      int best = 0;
      for (int i = 1; i < candidates.size(); i++) {
        if (values.get(number(candidates, i)) > values.get(number(candidates, best))) {
          best = i;
        }
      }
      return best;
    }
  }

  /// Random priorities, and at a few random steps the task that runs gets the lowest (Burckhardt,
  /// Kothari, Musuvathi, Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of
  /// Finding Bugs", ASPLOS 2010). Whoever gives way loses its priority too.
  private final class Pct extends Draw {
    private final Map<Integer, Long> priorities = new LinkedHashMap<>();
    private final List<Integer> changes = new ArrayList<>();
    private int step;
    private long lowest;

    Pct() {
      for (int i = 1; i < PCT_DEPTH; i++) {
        changes.add(chance.below(stepsSeen));
      }
    }

    @Override
    int choose(Candidates candidates) {
      for (int i = 0; i < candidates.size(); i++) {
        priorities.computeIfAbsent(number(candidates, i), _ -> chance.next() >>> 1);
      }
      int best = best(candidates, priorities);
      if (changes.contains(step++) || givesWay(candidates, best)) {
        priorities.put(number(candidates, best), --lowest);
        best = best(candidates, priorities);
      }
      return best;
    }
  }

  /// A random priority for each pending step; what was in conflict with the step taken draws again
  /// (Yuan, Yang, Gu, "Partial Order Aware Concurrency Sampling", CAV 2018).
  private final class Pos extends Draw {
    private final Map<Integer, Long> priorities = new LinkedHashMap<>();

    @Override
    int choose(Candidates candidates) {
      for (int i = 0; i < candidates.size(); i++) {
        priorities.computeIfAbsent(number(candidates, i), _ -> chance.next() >>> 1);
      }
      int best = best(candidates, priorities);
      for (int i = 0; i < candidates.size(); i++) {
        if (i == best || isInConflict(candidates, best, i)) {
          priorities.remove(number(candidates, i));
        }
      }
      return best;
    }

    private static boolean isInConflict(Candidates candidates, int one, int other) {
      Optional<Touch> first = candidates.touch(one);
      Optional<Touch> second = candidates.touch(other);
      if (first.isPresent() && second.isPresent()) {
        return first.get().isInConflict(second.get());
      }
      return candidates.action(one) instanceof Action.OnObject here
          && candidates.action(other) instanceof Action.OnObject there
          && here.object() == there.object()
          && first.isEmpty()
          && second.isEmpty();
    }
  }

  /// A task is as likely as it has steps left that can be noticed, as far as earlier executions
  /// tell; so each order of these is about as likely as any other (Zhao and others, "Selectively
  /// Uniform Concurrency Testing", ASPLOS 2025). Steps nobody notices are taken at once, and decide
  /// nothing.
  private final class Surw extends Draw {
    private final Map<Integer, Integer> done = new LinkedHashMap<>();
    private int intended = -1;

    @Override
    int choose(Candidates candidates) {
      int at = -1;
      for (int i = 0; i < candidates.size(); i++) {
        if (number(candidates, i) == intended) {
          at = i;
        }
      }
      if (at < 0) {
        at = draw(candidates);
        intended = number(candidates, at);
      }
      boolean isNoticed =
          candidates.touch(at).isPresent() || candidates.action(at) instanceof Action.OnObject;
      if (isNoticed) {
        done.merge(intended, 1, Integer::sum);
        intended = -1;
      }
      return at;
    }

    private int draw(Candidates candidates) {
      int[] left = new int[candidates.size()];
      int sum = 0;
      for (int i = 0; i < left.length; i++) {
        int number = number(candidates, i);
        int seen = taskStepsSeen.getOrDefault(number, 1);
        left[i] = Math.max(1, seen - done.getOrDefault(number, 0));
        sum += left[i];
      }
      int drawn = chance.below(sum);
      int at = 0;
      while (drawn >= left[at]) {
        drawn -= left[at];
        at++;
      }
      return at;
    }
  }
}
