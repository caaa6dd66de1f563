package braid.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who waits busily: its guest says so, or it has read the same places at the same lines again and
/// again, done nothing else, and nobody has written there meanwhile. Until somebody does, it need
/// not go on, as long as others can. Confined to one execution.
public final class Spins {
  /// After so many reads of one place at one line.
  private static final int READS_MAX = 8;

  private final Map<Integer, Integer> versions = new LinkedHashMap<>();

  /// By whole, the parts of it that were touched.
  private final Map<Integer, Set<Integer>> parts = new LinkedHashMap<>();

  private final Map<Integer, Rounds> rounds = new LinkedHashMap<>();
  private boolean isAny;
  private boolean isWatched;
  private boolean isGuessed;
  private boolean hasLookedAgain;

  private static final class Rounds {
    final Map<Integer, Integer> versions = new LinkedHashMap<>();
    final Map<Long, Integer> reads = new LinkedHashMap<>();
    final Set<String> sights = new LinkedHashSet<>();
    boolean isSpinning;
    boolean isTold;
    boolean isWatching;
  }

  /// Whether anybody has ever been found to wait busily.
  public boolean isAny() {
    return isAny;
  }

  /// Whether anybody has ever begun a loop that only looks: then every place counts, even one that
  /// nobody else has touched.
  public boolean isWatched() {
    return isWatched;
  }

  /// The task touches a place; gives the tasks that wait busily for that.
  public List<Integer> touched(int task, Touched what) {
    if (what.whole >= 0) {
      parts.computeIfAbsent(what.whole, _ -> new LinkedHashSet<>()).add(what.place);
    }
    if (!what.isWrite) {
      read(task, what);
      return List.of();
    }
    List<Integer> written =
        what.whole < 0 ? withParts(what.place) : List.of(what.place, what.whole);
    List<Integer> awaiting = awaiting(written);
    for (int place : written) {
      versions.merge(place, 1, Integer::sum);
    }
    act(task);
    return awaiting;
  }

  private List<Integer> withParts(int place) {
    Set<Integer> touched = parts.getOrDefault(place, Set.of());
    if (touched.isEmpty()) {
      return List.of(place);
    }
    List<Integer> all = new ArrayList<>(touched);
    all.add(place);
    return all;
  }

  /// How a place is touched, and where.
  ///
  /// @param whole what it is a part of; -1 for none
  /// @param name of a variable; empty for an object, which is looked at more than once for good
  ///     reasons, too
  public record Touched(int place, int whole, boolean isWrite, String name, int line) {}

  private void read(int task, Touched what) {
    int place = what.place;
    Rounds of = rounds.computeIfAbsent(task, _ -> new Rounds());
    int version = versions.getOrDefault(place, 0);
    if (of.versions.getOrDefault(place, version) != version) {
      hasLookedAgain |= of.isTold;
      of.reads.clear();
      of.versions.clear();
      of.sights.clear();
      of.isSpinning = false;
      of.isTold = false;
    }
    of.versions.put(place, version);
    boolean isVariable = !what.name.isEmpty();
    if (of.isWatching && isVariable) {
      of.sights.add(what.name + " at line " + what.line);
    }
    if (of.isTold || !isVariable) {
      return;
    }
    int times = of.reads.merge(((long) place << Integer.SIZE) + what.line, 1, Integer::sum);
    if (times >= READS_MAX) {
      of.isSpinning = true;
      isAny = true;
      guess();
    }
  }

  /// The task says that it has found nothing new since it began to look.
  public void foundNothing(int task) {
    Rounds of = rounds.get(task);
    if (of != null) {
      of.isSpinning = true;
      of.isTold = true;
      isAny = true;
    }
  }

  /// The task begins a loop that only looks.
  public void watch(int task) {
    rounds.remove(task);
    Rounds of = new Rounds();
    of.isWatching = true;
    isWatched = true;
    rounds.put(task, of);
  }

  /// The clock moved: who has found nothing may look again for that.
  public void timePassed() {
    rounds.clear();
  }

  /// Whether anybody found nothing, and something new when he looked again at that time: had he not
  /// looked before, all would have gone the same way.
  public boolean hasLookedAgain() {
    return hasLookedAgain;
  }

  /// Whether a task has said that it finds nothing, and nothing is new since.
  public boolean isVain(int task) {
    Rounds of = rounds.get(task);
    return of != null && of.isTold && isSpinning(task);
  }

  /// What a task looks at; empty where nobody can ever write that.
  public Set<String> sights(int task) {
    Rounds of = rounds.get(task);
    return of == null ? Set.of() : of.sights;
  }

  /// Somebody who has not said so is taken to wait busily.
  public void guess() {
    isGuessed = true;
  }

  /// Whether anybody was taken to wait busily who has not said so.
  public boolean isGuessed() {
    return isGuessed;
  }

  /// The tasks that wait busily for one of these places to be written.
  private List<Integer> awaiting(List<Integer> places) {
    if (!isAny) {
      return List.of();
    }
    return rounds.keySet().stream()
        .filter(task -> places.stream().anyMatch(rounds.get(task).versions::containsKey))
        .filter(this::isSpinning)
        .toList();
  }

  /// The task does something else; where it has found nothing before, because it can now.
  public void act(int task) {
    Rounds of = rounds.remove(task);
    hasLookedAgain |= of != null && of.isTold;
  }

  /// Whether the task waits busily, and would find nothing new.
  public boolean isSpinning(int task) {
    Rounds of = rounds.get(task);
    if (of == null || !of.isSpinning) {
      return false;
    }
    for (Map.Entry<Integer, Integer> seen : of.versions.entrySet()) {
      if (versions.getOrDefault(seen.getKey(), 0).intValue() != seen.getValue()) {
        return false;
      }
    }
    return true;
  }
}
