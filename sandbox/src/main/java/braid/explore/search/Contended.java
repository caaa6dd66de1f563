package braid.explore.search;

import java.util.LinkedHashSet;
import java.util.Set;

/// The places on which a data race has been seen in some execution: only their accesses need be
/// ordered in every way. Where no execution shows a race, everybody sees what happens-before says,
/// whatever the order. It only grows. Confined to the thread that explores.
public final class Contended {
  private final Set<Long> keys = new LinkedHashSet<>();

  boolean contains(long key) {
    return keys.contains(key);
  }

  /// How many there are.
  public int size() {
    return keys.size();
  }

  void add(long key) {
    keys.add(key);
  }
}
