package braid.explore;

import braid.detect.Race;
import braid.explore.search.Known;
import braid.explore.search.Watch;
import braid.kernel.memory.Access;
import braid.kernel.memory.Place;
import braid.trace.Entry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// Sees an execution that has shown races once more, and asks in which calls their accesses are
/// made: while exploring that would cost too much. Confined to that execution.
public final class RaceCalls extends Watch {
  private final List<Findings.Race> wanted;
  private final Supplier<List<Entry.Call>> calls;
  private final Set<Race.Side> sides = new LinkedHashSet<>();
  private final Map<Race.Side, List<Entry.Call>> latest = new LinkedHashMap<>();
  private final Map<Site, List<Entry.Call>> latestThere = new LinkedHashMap<>();
  private final Map<Findings.Race, Calls> found = new LinkedHashMap<>();

  /// An access of the place so named.
  private record Site(Race.Side side, String place) {}

  /// In which calls the two accesses of a race were made, the innermost first.
  public record Calls(List<Entry.Call> first, List<Entry.Call> second) {
    public static final Calls UNKNOWN = new Calls(List.of(), List.of());

    public Calls {
      first = List.copyOf(first);
      second = List.copyOf(second);
    }
  }

  /// @param wanted the races that this execution has shown
  /// @param calls those under way in the present task, the innermost first
  public RaceCalls(List<Findings.Race> wanted, Supplier<List<Entry.Call>> calls) {
    super(new Known());
    this.wanted = List.copyOf(wanted);
    this.calls = calls;
    for (Findings.Race race : wanted) {
      sides.add(side(race.first()));
      sides.add(side(race.second()));
    }
  }

  /// The calls of each race that was seen again.
  public Map<Findings.Race, Calls> found() {
    return found;
  }

  @Override
  public boolean isPoint(int task, Place place, Access access, int line) {
    return true;
  }

  @Override
  public void accessed(int task, Place place, Access access, int line) {
    Race.Side self = new Race.Side(task, line, access.isWrite());
    if (!sides.contains(self)) {
      super.accessed(task, place, access, line);
      return;
    }
    List<Entry.Call> under = calls.get();
    latest.put(self, under);
    latestThere.put(new Site(self, place.name()), under);
    super.accessed(task, place, access, line);
    for (Race race : races()) {
      if (race.second().equals(self) && race.place().equals(place.name())) {
        note(race, under);
      }
    }
  }

  /// The last access of its kind is the one that races: it is all the detector remembers.
  private void note(Race race, List<Entry.Call> second) {
    // The whole of a thing and its parts race, too, and have names of their own.
    List<Entry.Call> first =
        latestThere.getOrDefault(
            new Site(race.first(), race.place()), latest.getOrDefault(race.first(), List.of()));
    for (Findings.Race each : wanted) {
      if (new Race(each.place(), side(each.first()), side(each.second())).equals(race)) {
        found.putIfAbsent(each, new Calls(first, second));
      }
    }
  }

  private static Race.Side side(Findings.Side side) {
    return new Race.Side(side.id(), side.line(), side.isWrite());
  }
}
