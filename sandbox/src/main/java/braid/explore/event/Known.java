package braid.explore.event;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What is known of a program from its executions so far: small numbers for its tasks and for what
/// they touch, the same in every execution; the places on which a data race has been seen, and the
/// tasks that were interrupted.
///
/// Only the accesses of these contended places need be ordered in every way. Where no execution
/// shows a race, everybody sees what happens-before says, whatever the order. It only grows.
/// Confined to the thread that explores.
public final class Known {
  private final Map<Long, Integer> tasks = new LinkedHashMap<>();
  private final Map<Long, Integer> things = new LinkedHashMap<>();
  private final Set<Long> contended = new LinkedHashSet<>();

  /// The keys of tasks that others make run something.
  private final Set<Long> interrupted = new LinkedHashSet<>();

  private boolean areAccessesJoined;

  /// Accesses are no points of their own.
  public void joinAccesses() {
    areAccessesJoined = true;
  }

  public boolean areAccessesJoined() {
    return areAccessesJoined;
  }

  /// How many places are contended, and tasks interrupted: when it grows, more is to be ordered.
  public int contended() {
    return contended.size() + interrupted.size();
  }

  boolean isInterrupted(long task) {
    return !interrupted.isEmpty() && interrupted.contains(task);
  }

  void addInterrupted(long task) {
    interrupted.add(task);
  }

  boolean isContended(long key) {
    return contended.contains(key);
  }

  void addContended(long key) {
    contended.add(key);
  }

  /// The number of the task with this key.
  int task(long key) {
    return number(tasks, key);
  }

  /// How many tasks have a number: the lowest ones.
  public int tasks() {
    return tasks.size();
  }

  /// The number of the object, place, owner, stream or process with this key.
  int thing(long key) {
    return number(things, key);
  }

  private static int number(Map<Long, Integer> numbers, long key) {
    Integer number = numbers.get(key);
    if (number != null) {
      return number;
    }
    numbers.put(key, numbers.size());
    return numbers.size() - 1;
  }
}
