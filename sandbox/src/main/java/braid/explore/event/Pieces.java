package braid.explore.event;

import braid.detect.Seals;
import braid.detect.VectorClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What event loops let go on in any order: each piece of it goes on until it waits, so that
/// another piece of the same loop comes before all of it or after. Confined to one execution.
public final class Pieces {
  /// By id: the thread of the loop, -1 for what no loop lets go on.
  private final List<Integer> loops = new ArrayList<>();

  /// By id: the event with which its piece at hand began.
  private final Map<Integer, Integer> starts = new LinkedHashMap<>();

  private final Seals seals = new Seals();

  /// Whether there is any such loop.
  boolean isAny() {
    return !loops.isEmpty();
  }

  /// What goes on as `agent` does so on a loop of this thread.
  void add(int agent, int thread) {
    while (loops.size() <= agent) {
      loops.add(-1);
    }
    loops.set(agent, thread);
  }

  /// The event of the task `id` begins; `isAmid` its piece.
  void begin(Event event, int id, boolean isAmid) {
    if (id < loops.size() && loops.get(id) >= 0) {
      event.loop = loops.get(id);
      event.pieceStart = isAmid ? starts.getOrDefault(id, event.index) : event.index;
      starts.put(id, event.pieceStart);
    }
  }

  /// Where `later` has to come to be before `earlier`.
  public static Event start(List<Event> events, Event earlier, Event later) {
    boolean isOfOneLoop = earlier.loop >= 0 && earlier.loop == later.loop;
    return isOfOneLoop ? events.get(earlier.pieceStart) : earlier;
  }

  /// The event at hand completes the thing so numbered.
  void seal(int thing) {
    seals.seal(thing);
  }

  /// The event at hand has waited for that.
  void open(int thing, Event present) {
    seals.open(thing, present.clock);
  }

  /// The event at hand is over.
  void close(VectorClock clock) {
    seals.close(clock);
  }
}
