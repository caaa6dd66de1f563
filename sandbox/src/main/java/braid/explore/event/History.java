package braid.explore.event;

import braid.detect.VectorClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who did what to each thing so far in one execution: from it come the races of an event and what
/// happens before it. Confined to one execution.
final class History {
  private final List<List<Done>> things = new ArrayList<>();
  private final List<List<Integer>> parts = new ArrayList<>();
  private final List<Event> candidates = new ArrayList<>();

  /// The last event of each task that can be noticed.
  private final Map<Integer, Event> last = new LinkedHashMap<>();

  private record Done(Event event, Operation operation) {}

  /// Completes the clock of an event whose operations are known, and finds its races: the earlier
  /// events in conflict with it that could have come after it, without those that others of them
  /// cover. `past` is what happened before the event whatever the order (its own task, who started
  /// or woke it); that somebody gave a lock back does not cover that he took it.
  void complete(Event event) {
    compare(event);
    for (Operation operation : event.operations) {
      add(event, operation);
    }
    if (event.isVisible) {
      last.put(event.task, event);
    }
  }

  /// As [#complete], for an event that has not happened: its task waited for it in vain.
  void compare(Event event) {
    candidates.clear();
    for (Operation operation : event.operations) {
      look(event, operation, operation.target());
      if (operation.whole() >= 0) {
        look(event, operation, operation.whole());
      } else if (operation.target() < parts.size()) {
        for (int part : parts.get(operation.target())) {
          look(event, operation, part);
        }
      }
    }
    if (event.isFailure) {
      last.values().stream()
          .filter(before -> before.task != event.task)
          .forEach(before -> meet(event, before));
    }
    findRaces(event);
  }

  private void meet(Event failure, Event before) {
    if (couldPrecede(failure, before)) {
      candidates.add(before);
    }
    earlier.add(before);
  }

  private final List<Event> earlier = new ArrayList<>();

  private void look(Event event, Operation operation, int thing) {
    if (thing >= things.size()) {
      return;
    }
    List<Done> done = things.get(thing);
    boolean isSearching = true;
    boolean isJoining = true;
    for (int i = done.size() - 1; i >= 0 && (isSearching || isJoining); i--) {
      Done before = done.get(i);
      if (before.event == event || !(operation.isChange() || before.operation.isChange())) {
        continue;
      }
      boolean isPast = before.event.happensBefore(event);
      if (isJoining && !isPast) {
        earlier.add(before.event);
      }
      isJoining &= !before.operation.isChange();
      if (!isSearching) {
        continue;
      }
      if (isPast) {
        isSearching = !before.operation.isChange();
      } else if (couldPrecede(event, before.event)) {
        candidates.add(before.event);
        isSearching = !before.operation.isChange();
      }
    }
  }

  /// Whether all that `event` may have to wait for was there when `earlier` happened.
  private boolean couldPrecede(Event event, Event earlier) {
    for (Operation operation : event.operations) {
      if (operation.waiting().isPresent() && operation.target() < things.size()) {
        List<Done> done = things.get(operation.target());
        int next = done.size();
        while (next > 0 && done.get(next - 1).event.index >= earlier.index) {
          next--;
        }
        if (next < done.size() && !operation.couldPrecede(done.get(next).operation)) {
          return false;
        }
      }
    }
    return true;
  }

  private void findRaces(Event event) {
    if (!candidates.isEmpty()) {
      candidates.sort((one, other) -> other.index - one.index);
      VectorClock covered = event.clock.copy();
      for (Event candidate : candidates) {
        if (covered.of(candidate.task) < candidate.nth) {
          event.races.add(candidate);
          covered.join(candidate.clock);
        }
      }
    }
    for (Event before : earlier) {
      event.clock.join(before.clock);
    }
    earlier.clear();
  }

  private void add(Event event, Operation operation) {
    int thing = Math.max(operation.target(), operation.whole());
    while (things.size() <= thing) {
      things.add(new ArrayList<>());
      parts.add(new ArrayList<>());
    }
    if (operation.whole() >= 0 && things.get(operation.target()).isEmpty()) {
      parts.get(operation.whole()).add(operation.target());
    }
    things.get(operation.target()).add(new Done(event, operation));
  }
}
