package braid.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What those knew who completed things, for those who wait for them: a wait for what is complete
/// already comes after it all the same. Confined to one execution.
public final class Seals {
  private final Map<Integer, VectorClock> sealed = new LinkedHashMap<>();
  private final List<Integer> open = new ArrayList<>(2);

  /// Who goes on completes the thing so numbered, and will know what [#close] says.
  public void seal(int thing) {
    open.add(thing);
  }

  /// Those things that were completed meanwhile were so by somebody who knows this.
  public void close(VectorClock clock) {
    open.forEach(thing -> sealed.put(thing, clock.copy()));
    open.clear();
  }

  /// Whoever has this clock knows what those knew who completed the thing.
  public void open(int thing, VectorClock clock) {
    VectorClock known = sealed.get(thing);
    if (known != null) {
      clock.join(known);
    }
  }
}
