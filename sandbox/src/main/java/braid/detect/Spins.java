package braid.detect;

import braid.kernel.memory.Access;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who waits busily: its guest says so, or it has read the same places at the same lines again and
/// again, done nothing else, and nobody has written there meanwhile. Until somebody does, it need
/// not go on, as long as others can. Confined to one execution.
public final class Spins {
  /// After so many reads of one place at one line.
  private static final int READS_MAX = 8;

  private final Map<Integer, Integer> versions = new LinkedHashMap<>();
  private final Map<Integer, Rounds> rounds = new LinkedHashMap<>();
  private boolean isAny;
  private boolean isGuessed;

  private static final class Rounds {
    final Map<Integer, Integer> versions = new LinkedHashMap<>();
    final Map<Long, Integer> reads = new LinkedHashMap<>();
    boolean isSpinning;
    boolean isTold;
  }

  /// Whether anybody has ever been found to wait busily.
  public boolean isAny() {
    return isAny;
  }

  /// The task touches the place; gives the tasks that wait busily for that.
  public List<Integer> touched(int task, int place, Access access, int line) {
    if (!access.isWrite()) {
      read(task, place, line);
      return List.of();
    }
    List<Integer> awaiting = awaiting(place);
    write(task, place);
    return awaiting;
  }

  private void read(int task, int place, int line) {
    Rounds of = rounds.computeIfAbsent(task, _ -> new Rounds());
    if (of.isTold) {
      of.reads.clear();
      of.versions.clear();
      of.isSpinning = false;
      of.isTold = false;
    }
    int version = versions.getOrDefault(place, 0);
    if (of.versions.getOrDefault(place, version) != version) {
      of.reads.clear();
      of.versions.clear();
      of.isSpinning = false;
    }
    of.versions.put(place, version);
    if (of.reads.merge(((long) place << Integer.SIZE) + line, 1, Integer::sum) >= READS_MAX) {
      of.isSpinning = true;
      isAny = true;
      isGuessed = true;
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

  /// Whether anybody was taken to wait busily who has not said so.
  public boolean isGuessed() {
    return isGuessed;
  }

  private void write(int task, int place) {
    versions.merge(place, 1, Integer::sum);
    act(task);
  }

  /// The tasks that wait busily for `place` to be written.
  private List<Integer> awaiting(int place) {
    if (!isAny) {
      return List.of();
    }
    return rounds.keySet().stream()
        .filter(task -> rounds.get(task).versions.containsKey(place) && isSpinning(task))
        .toList();
  }

  /// The task does something else.
  public void act(int task) {
    rounds.remove(task);
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
