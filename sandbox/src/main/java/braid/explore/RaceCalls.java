package braid.explore;

import braid.kernel.memory.Access;
import braid.kernel.memory.Place;
import braid.kernel.schedule.GivenUp;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Strategy;
import braid.trace.Entry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Sees an execution that has shown races once more, and asks in which calls their accesses are
/// made: while exploring that would cost too much. Confined to that execution.
public final class RaceCalls implements Observer {
  private final Supplier<List<Entry.Call>> calls;
  private final Set<Integer> wanted = new LinkedHashSet<>();
  private final Map<Integer, List<Entry.Call>> told = new LinkedHashMap<>();
  private int accesses;
  private int last;

  /// @param races those that this execution has shown
  /// @param calls those under way in the present task, the innermost first
  public RaceCalls(List<Findings.Race> races, Supplier<List<Entry.Call>> calls) {
    this.calls = calls;
    for (Findings.Race race : races) {
      wanted.add(race.first().at());
      wanted.add(race.second().at());
      last = Math.max(last, race.second().at());
    }
  }

  /// Whether at one of the accesses no calls were told.
  public boolean isLacking() {
    return told.containsValue(List.of());
  }

  /// The calls in which one of the accesses was made, the innermost first; none if it has not been
  /// made again.
  public List<Entry.Call> of(Findings.Side side) {
    return told.getOrDefault(side.at(), List.of());
  }

  /// Goes as far as the last of these accesses: what waits busily without end would do so again.
  public Strategy upTo(Strategy replay) {
    return candidates -> {
      if (accesses > last) {
        throw new GivenUp(accesses);
      }
      return replay.pick(candidates);
    };
  }

  @Override
  public void accessed(int task, Place place, Access access, int line) {
    if (wanted.contains(accesses)) {
      told.put(accesses, calls.get());
    }
    accesses++;
  }
}
