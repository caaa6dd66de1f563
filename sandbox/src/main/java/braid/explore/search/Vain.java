package braid.explore.search;

import braid.detect.VectorClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What tasks wait for, and the events that did not happen because they waited in vain, for ever or
/// until the clock moved: these race as well as those that did happen. Confined to one execution.
final class Vain {
  private final History history;
  private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
  private final List<Event> missed = new ArrayList<>();

  /// @param number of the task
  /// @param clock what it knew when it came to wait, or was woken
  /// @param isReady nobody has to wake it first
  private record Waiting(int number, Operation operation, VectorClock clock, boolean isReady) {}

  Vain(History history) {
    this.history = history;
  }

  /// The events that did not happen.
  List<Event> missed() {
    return missed;
  }

  /// The task `id` waits until it can do `operation`.
  void block(int id, int number, Operation operation, VectorClock clock) {
    waiting.put(id, new Waiting(number, operation, clock, true));
  }

  /// The task `id` waits until it is woken, and then can do `operation`.
  void enterRoom(int id, int number, Operation operation, VectorClock clock) {
    waiting.put(id, new Waiting(number, operation, clock, false));
  }

  /// The task `id` is woken, if it waits.
  void wake(int id, VectorClock clock) {
    waiting.computeIfPresent(
        id, (_, wait) -> new Waiting(wait.number, wait.operation, clock, true));
  }

  /// The task `id` waits no longer.
  void goOn(int id) {
    waiting.remove(id);
  }

  /// The clock moves, somebody fails, or the execution is over: who waits now has waited in vain
  /// until now.
  void end() {
    waiting.values().forEach(this::miss);
  }

  private void miss(Waiting wait) {
    if (!wait.isReady) {
      return;
    }
    int nth = wait.clock.of(wait.number) + 1;
    Event event = new Event(Integer.MAX_VALUE, wait.number, nth, wait.clock.copy());
    event.add(wait.operation);
    history.compare(event);
    if (!event.races.isEmpty()) {
      missed.add(event);
    }
  }

  /// The task `id` was cut off when the first one ended, and could have done more before, unless it
  /// waits: nobody knows what.
  void cut(Event end, int id, int number, VectorClock clock) {
    if (end.isFailure && !waiting.containsKey(id)) {
      Event event = new Event(Integer.MAX_VALUE, number, clock.of(number) + 1, clock.copy());
      event.isVisible = true;
      event.isFailure = true;
      event.races.add(end);
      missed.add(event);
    }
  }

  /// What could as well have happened before a failure, or what that made possible and something
  /// before it had made impossible: of those `after` it, the next of each task that can be noticed.
  void missAfter(Event failure, List<Event> after) {
    List<Event> next = new ArrayList<>();
    for (Event event : after) {
      if (event.isVisible && next.stream().noneMatch(before -> before.happensBefore(event))) {
        next.add(event);
        if (!failure.happensBefore(event) || event.races.contains(failure)) {
          event.races.clear();
          event.races.add(failure);
        }
        missed.add(event);
      }
    }
  }
}
