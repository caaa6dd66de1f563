package braid.explore.search;

import java.util.LinkedHashMap;
import java.util.Map;

/// Small numbers for tasks and for what actions touch, the same in every execution of one program.
/// Confined to the thread that explores.
public final class Targets {
  private final Map<Long, Integer> tasks = new LinkedHashMap<>();
  private final Map<Long, Integer> things = new LinkedHashMap<>();

  /// The number of the task with this key.
  int task(long key) {
    return number(tasks, key);
  }

  /// The number of the object, place, owner, stream or process with this key.
  int thing(long key) {
    return number(things, key);
  }

  private static int number(Map<Long, Integer> numbers, long key) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, numbers.size());
    return numbers.size() - 1;
  }
}
