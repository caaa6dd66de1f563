package braid.explore.search;

import braid.explore.event.Known;
import braid.explore.event.Recording;
import braid.kernel.schedule.Candidates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Makes every choice there is, depth first: the yardstick for what knows better. What comes after
/// a failure nobody handles is not gone through.
public final class Dfs implements Search {
  private final Known known;
  private final int stepsMax;
  private final List<Integer> picks = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final Set<Long> kinds = new LinkedHashSet<>();
  private boolean isOver;
  private boolean isExhaustive = true;

  public Dfs(Known known, int stepsMax) {
    this.known = known;
    this.stepsMax = stepsMax;
  }

  /// How many kinds of executions there were: those that differ only in the order of what commutes
  /// are one.
  public int kinds() {
    return kinds.size();
  }

  @Override
  public boolean hasNext() {
    return !isOver;
  }

  @Override
  public boolean isExhaustive() {
    return isExhaustive;
  }

  @Override
  public Course next() {
    return new Course(new Recording(known), stepsMax) {
      private int depth;

      @Override
      int choose(Candidates candidates) {
        List<Integer> useful = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
          if (isUseful(candidates, i)) {
            useful.add(i);
          }
        }
        if (depth == picks.size()) {
          picks.add(0);
          sizes.add(useful.size());
        }
        return useful.get(picks.get(depth++));
      }

      @Override
      void finish() {
        recording().conclude();
      }
    };
  }

  @Override
  public boolean isNew(Course course) {
    course.finish();
    if (!course.hasLookedAgain()) {
      kinds.add(course.recording().kind());
    }
    isExhaustive &= course.isWhole();
    while (!picks.isEmpty() && picks.getLast() + 1 == sizes.getLast()) {
      picks.removeLast();
      sizes.removeLast();
    }
    if (picks.isEmpty()) {
      isOver = true;
    } else {
      picks.add(picks.removeLast() + 1);
    }
    return !course.hasLookedAgain();
  }
}
