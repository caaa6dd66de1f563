package braid.explore.search;

import braid.detect.Spins;
import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.GivenUp;
import braid.kernel.schedule.Strategy;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

/// One execution on its way: picks who goes on and tells the recording. Confined to the carrier.
public abstract class Course implements Strategy {
  /// So many points in a row at which everybody waits busily: nobody will ever find anything.
  private static final int SPINNING_MAX = 100;

  private final Recording recording;
  private final int stepsMax;
  private int steps;
  private int spinning;
  private int going = -1;
  private int preemptions;
  private boolean isGivenUp;
  private boolean isFreeToLeave;
  private boolean hasSpun;
  private Optional<String> livelock = Optional.empty();

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

  /// The same number for executions that differ only in the order of what commutes.
  public final long kind() {
    return recording.kind();
  }

  /// How often a task was left that could have gone on.
  public final int preemptions() {
    return preemptions;
  }

  /// How many points it has had.
  public final int steps() {
    return steps;
  }

  /// Whether it was ended because it goes on for too long.
  final boolean isGivenUp() {
    return isGivenUp;
  }

  /// Whether all that it did not do would show nothing else.
  final boolean isWhole() {
    return !isGivenUp && !hasSpun;
  }

  /// Whether somebody looked in vain and looked again: another execution shows the same without.
  public final boolean hasLookedAgain() {
    return recording.spins.hasLookedAgain();
  }

  /// The sentence about tasks that look for something nobody is left to do; empty when it ended
  /// otherwise.
  public final Optional<String> livelock() {
    return livelock;
  }

  private boolean isLivelock(Candidates candidates) {
    StringJoiner each = new StringJoiner("; ");
    for (int i = 0; i < candidates.size(); i++) {
      int task = candidates.task(i);
      Set<String> sights = recording.spins.sights(task);
      if (sights.isEmpty()) {
        return false;
      }
      each.add(recording.name(task) + " looks at " + String.join(" and ", sights));
    }
    if (candidates.size() == 0 || !candidates.sleeping().isEmpty()) {
      return false;
    }
    livelock =
        Optional.of("Busy waiting without end, whoever goes next: %s.".formatted(each.toString()));
    return true;
  }

  /// Whether the candidate has something to do: it does not wait busily, unless they all do.
  final boolean isUseful(Candidates candidates, int index) {
    Spins spins = recording.spins;
    if (!spins.isAny() || !spins.isSpinning(candidates.task(index))) {
      return true;
    }
    return areAllSpinning(candidates);
  }

  private boolean areAllSpinning(Candidates candidates) {
    Spins spins = recording.spins;
    for (int i = 0; i < candidates.size(); i++) {
      if (!spins.isSpinning(candidates.task(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final int pick(Candidates candidates) {
    if (recording.spins.isAny()) {
      spinning = areAllSpinning(candidates) ? spinning + 1 : 0;
      if (spinning > 0 && isLivelock(candidates)) {
        throw new GivenUp(steps);
      }
    }
    if (++steps > stepsMax || spinning > SPINNING_MAX) {
      isGivenUp = true;
      throw new GivenUp(steps);
    }
    if (candidates.size() == 1 && candidates.isAmid(0) && candidates.task(0) == going) {
      return 0;
    }
    recording.complete();
    int asking = candidates.presentIndex();
    boolean wasFree = isFreeToLeave;
    int picked = recording.hasFailed() ? Math.max(0, asking) : choose(candidates);
    hasSpun |= recording.spins.isGuessed();
    if (asking >= 0
        && picked != asking
        && !wasFree
        && !candidates.givesWay(asking)
        && isUseful(candidates, asking)) {
      preemptions++;
    }
    going = candidates.task(picked);
    recording.begin(going, candidates.isAmid(picked));
    return picked;
  }

  /// Whether leaving the present task now is no preemption, because it did its last step only since
  /// nobody notices when.
  final boolean isFreeToLeave() {
    return isFreeToLeave;
  }

  /// From the choice at hand on.
  final void letLeave(boolean isFree) {
    isFreeToLeave = isFree;
  }

  /// The index of who goes on.
  abstract int choose(Candidates candidates);

  /// The execution is over, and nothing of it is still to come.
  abstract void finish();

  /// The present task, unless it gives way; then the next one by id, of those that are
  /// fit and useful; -1 for none.
  final int keep(Candidates candidates, IntPredicate isFit) {
    int present = candidates.presentIndex();
    if (present >= 0 && isGood(candidates, isFit, present) && !candidates.givesWay(present)) {
      return present;
    }
    int first = -1;
    for (int i = 0; i < candidates.size(); i++) {
      if (!isGood(candidates, isFit, i)) {
        continue;
      }
      if (present >= 0 && i > present) {
        return i;
      }
      first = first < 0 ? i : first;
    }
    return first;
  }

  private boolean isGood(Candidates candidates, IntPredicate isFit, int index) {
    return isFit.test(index) && isUseful(candidates, index);
  }
}
