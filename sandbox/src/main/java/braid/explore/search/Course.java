package braid.explore.search;

import braid.detect.Circle;
import braid.detect.GoingWords;
import braid.detect.Spins;
import braid.explore.event.Recording;
import braid.explore.event.Watch;
import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.GivenUp;
import braid.kernel.schedule.Strategy;
import braid.trace.Action;
import braid.trace.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

/// One execution on its way: picks who goes on and tells the recording. Confined to the carrier.
public abstract class Course implements Strategy {
  /// So many points in a row at which everybody waits busily: nobody will ever find anything.
  private static final int SPINNING_MAX = 100;

  /// Of so many points it is seen whether they come round, and each time after so many more.
  private static final int CIRCLE_FROM = 2_000;

  private static final int CIRCLE_EVERY = 1_000;

  /// So often in an execution others may have their turn while somebody only computes.
  private static final int SLICES_MAX = 200_000;

  /// From so many points on, tasks that all only go round are taken to do so for ever.
  private static final int LIVELOCK_FROM = 4_000;

  private final Recording recording;
  private final int stepsMax;
  private int steps;
  private int slices;
  private int spinning;
  private int going = -1;
  private int preemptions;
  private boolean isGivenUp;
  private boolean isFreeToLeave;
  private boolean hasSpun;
  private Optional<String> livelock = Optional.empty();
  private final Circle circle = new Circle();

  /// Since somebody goes round and keeps others from going, all take turns: by id, the last point.
  private final Map<Integer, Integer> turns = new LinkedHashMap<>();

  /// By id, the last point at which a task could go on.
  private final Map<Integer, Integer> offers = new LinkedHashMap<>();

  private boolean isFair;

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
    return !isGivenUp && !hasSpun && !isFair;
  }

  /// Whether somebody looked in vain and looked again: another execution shows the same without.
  public final boolean hasLookedAgain() {
    return recording.spins().hasLookedAgain();
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
      if (!recording.spins().isVain(task)) {
        return false;
      }
      Set<String> sights = recording.spins().sights(task);
      String what = sights.isEmpty() ? "what nobody changes" : String.join(" and ", sights);
      each.add(recording.name(task) + " looks at " + what);
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
    return !isSpinning(candidates, index) || areAllSpinning(candidates);
  }

  private boolean isSpinning(Candidates candidates, int index) {
    Spins spins = recording.spins();
    return spins.isAny() && spins.isSpinning(candidates.task(index));
  }

  private boolean areAllSpinning(Candidates candidates) {
    Spins spins = recording.spins();
    for (int i = 0; i < candidates.size(); i++) {
      if (!spins.isSpinning(candidates.task(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public final int pick(Candidates candidates) {
    if (recording.spins().isAny()) {
      spinning = areAllSpinning(candidates) ? spinning + 1 : 0;
      if (spinning > 0 && isLivelock(candidates)) {
        throw new GivenUp(steps);
      }
    }
    int asking = candidates.presentIndex();
    boolean isComputing =
        asking >= 0 && candidates.action(asking) instanceof Action.Yield && recording.isQuiet();
    if (isComputing && candidates.size() == 1) {
      return 0;
    }
    slices += isComputing ? 1 : 0;
    steps += isComputing ? 0 : 1;
    if (steps > stepsMax || slices > SLICES_MAX || spinning > SPINNING_MAX) {
      isGivenUp = true;
      throw new GivenUp(steps + slices);
    }
    if (candidates.size() == 1 && candidates.isAmid(0) && candidates.task(0) == going) {
      return 0;
    }
    recording.complete();
    if (steps >= CIRCLE_FROM && !isComputing) {
      lookForCircle(candidates);
    }
    boolean wasFree = isFreeToLeave || isFair;
    int picked;
    if (isFair) {
      picked = longestWaiting(candidates);
      turns.put(candidates.task(picked), steps);
    } else {
      picked = recording.hasFailed() ? Math.max(0, asking) : choose(candidates);
    }
    hasSpun |= recording.spins().isGuessed();
    if (asking >= 0
        && picked != asking
        && !wasFree
        && !candidates.givesWay(asking)
        && !isSpinning(candidates, asking)) {
      preemptions++;
    }
    going = candidates.task(picked);
    recording.begin(candidates, picked);
    return picked;
  }

  /// Whether the same few steps come round: for ever, where all who are left take part in it; where
  /// others could go and never do, they get their turns from now on.
  private void lookForCircle(Candidates candidates) {
    recording.wantValues();
    circle.note(recording.look(), going, recording.line());
    for (int i = 0; i < candidates.size(); i++) {
      offers.put(candidates.task(i), steps);
    }
    if (steps % CIRCLE_EVERY != 0) {
      return;
    }
    Optional<Reason.Going> round = circle.round();
    if (round.isEmpty()) {
      return;
    }
    if (!areAllIn(round.get(), candidates)) {
      isFair = true;
      recording.failed(going); // what comes from here on is not analysed
    } else if (steps >= LIVELOCK_FROM) {
      livelock = Optional.of(new GoingWords(recording::name).sentence(round.get()));
      throw new GivenUp(steps);
    }
  }

  /// Whether nobody else could have gone on while it came round.
  private boolean areAllIn(Reason.Going round, Candidates candidates) {
    for (Map.Entry<Integer, Integer> offer : offers.entrySet()) {
      boolean isRecent = steps - offer.getValue() < CIRCLE_EVERY / 2;
      if (isRecent && !round.tasks().contains(offer.getKey())) {
        return false;
      }
    }
    return round.tasks().containsAll(candidates.sleeping());
  }

  private int longestWaiting(Candidates candidates) {
    int picked = -1;
    for (int i = 0; i < candidates.size(); i++) {
      boolean isLonger =
          picked < 0
              || turns.getOrDefault(candidates.task(i), -1)
                  < turns.getOrDefault(candidates.task(picked), -1);
      if (isUseful(candidates, i) && isLonger) {
        picked = i;
      }
    }
    return Math.max(0, picked);
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

  /// The present task, unless it gives way or waits busily; then the next one by id, of those that
  /// are fit and useful; -1 for none.
  final int keep(Candidates candidates, IntPredicate isFit) {
    int present = candidates.presentIndex();
    boolean isLeft = present < 0 || candidates.givesWay(present) || isSpinning(candidates, present);
    if (!isLeft && isGood(candidates, isFit, present)) {
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
