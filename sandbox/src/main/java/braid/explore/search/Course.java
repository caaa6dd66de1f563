package braid.explore.search;

import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.GivenUp;
import braid.kernel.schedule.Strategy;
import braid.trace.Action;
import java.util.function.IntPredicate;

/// One execution on its way: picks who goes on and tells the recording. Confined to the carrier.
public abstract class Course implements Strategy {
  private final Recording recording;
  private final int stepsMax;
  private int steps;
  private int preemptions;
  private boolean isGivenUp;

  Course(Recording recording, int stepsMax) {
    this.recording = recording;
    this.stepsMax = stepsMax;
  }

  /// What sees the execution.
  public final Watch watch() {
    return recording;
  }

  final Recording recording() {
    return recording;
  }

  /// How often a task was left that could have gone on.
  public final int preemptions() {
    return preemptions;
  }

  /// Whether it was ended because it goes on for too long.
  final boolean isGivenUp() {
    return isGivenUp;
  }

  @Override
  public final int pick(Candidates candidates) {
    if (++steps > stepsMax) {
      isGivenUp = true;
      throw new GivenUp(stepsMax);
    }
    recording.complete();
    int present = candidates.presentIndex();
    int picked = recording.hasFailed() ? Math.max(0, present) : choose(candidates);
    if (present >= 0 && picked != present && !givesWay(candidates, present)) {
      preemptions++;
    }
    recording.begin(candidates.task(picked));
    return picked;
  }

  /// The index of who goes on.
  abstract int choose(Candidates candidates);

  /// The execution is over, and nothing of it is still to come.
  abstract void finish();

  /// Whether the candidate has asked to be left.
  static boolean givesWay(Candidates candidates, int index) {
    return switch (candidates.action(index)) {
      case Action.Yield _, Action.Sleep _ -> true;
      case Action.OnObject _,
          Action.Begin _,
          Action.End _,
          Action.Start _,
          Action.Join _,
          Action.Kill _,
          Action.Request _,
          Action.Print _,
          Action.Cancel _,
          Action.Next _,
          Action.Suspend _ ->
          false;
    };
  }

  /// The present task, unless it gives way; then the next one by id, of those that are fit.
  static int keep(Candidates candidates, IntPredicate isFit) {
    int present = candidates.presentIndex();
    if (present >= 0 && isFit.test(present) && !givesWay(candidates, present)) {
      return present;
    }
    int first = -1;
    for (int i = 0; i < candidates.size(); i++) {
      if (!isFit.test(i)) {
        continue;
      }
      if (present >= 0 && i > present) {
        return i;
      }
      first = first < 0 ? i : first;
    }
    return first;
  }
}
