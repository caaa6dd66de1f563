package braid.explore.event;

import braid.detect.Spins;
import braid.detect.VectorClock;
import braid.kernel.schedule.Candidates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What tasks wait for, and the events that did not happen because they waited in vain, for ever or
/// until the clock moved: these race as well as those that did happen. Confined to one execution.
final class Vain {
  private final History history;
  private final Map<Integer, Waiting> waiting = new LinkedHashMap<>();
  private final List<Event> missed = new ArrayList<>();

  /// Processes that have had more tasks than their first.
  private final Set<Integer> peopled = new LinkedHashSet<>();

  /// Who can go on at the point at hand, and who could when all that counts was over.
  private final List<Integer> offered = new ArrayList<>();

  private final List<Beside> besides = new ArrayList<>();

  private record Beside(int id, int number, VectorClock clock) {}

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

  /// A task of a process, or its first.
  void create(int task, int process) {
    if (task != process) {
      peopled.add(process);
    }
  }

  /// Whether others end with the task because it is the first of their process.
  boolean isPeopled(int task) {
    return peopled.contains(task);
  }

  /// The task `id` waits until it can do `operation`; unless `isReady`, somebody has to wake it
  /// first.
  void block(int id, int number, Operation operation, VectorClock clock, boolean isReady) {
    waiting.put(id, new Waiting(number, operation, clock, isReady));
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

  /// The clock moves, or the execution is over: who waits now has waited in vain until now.
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

  /// These can go on now, and one of them does; who waits busily goes on to no purpose.
  void offer(Candidates candidates, Spins spins) {
    offered.clear();
    for (int i = 0; i < candidates.size(); i++) {
      if (!spins.isAny() || !spins.isSpinning(candidates.task(i))) {
        offered.add(candidates.task(i));
      }
    }
  }

  /// Of those that could go on, one did what ended others, or was the first to fail: who waits now
  /// has waited in vain. Whom it killed waits no longer, and could have done more before, if it was
  /// to go on: nobody knows what.
  void end(Event last, Tasks tasks) {
    end();
    besides.clear();
    for (int id : offered) {
      besides.add(new Beside(id, tasks.number(id), tasks.clock(id).copy()));
    }
    waiting.values().removeIf(wait -> last.killed.contains(wait.number));
    besides.stream()
        .filter(other -> last.killed.contains(other.number))
        .forEach(other -> missBefore(last, other));
  }

  private void missBefore(Event end, Beside other) {
    int nth = other.clock.of(other.number) + 1;
    Event event = new Event(Integer.MAX_VALUE, other.number, nth, other.clock);
    event.isVisible = true;
    event.isFailure = true;
    event.races.add(end);
    missed.add(event);
  }

  /// What could as well have happened before a failure, which is the last event before `end`, or
  /// what that made possible and something before it had made impossible: the next of each task
  /// that can be noticed; and of those that could go on and have not shown any, whatever it is.
  void missAfter(List<Event> events, int end) {
    if (end > events.size()) {
      return;
    }
    Event failure = events.get(end - 1);
    List<Event> next = new ArrayList<>();
    for (Event event : events.subList(end, events.size())) {
      boolean isShown = event.isVisible || event.isFailure;
      boolean isOver = isShown || !event.operations.isEmpty();
      besides.removeIf(
          other -> other.number == event.task && (isOver || waiting.containsKey(other.id)));
      if (isShown && next.stream().noneMatch(before -> before.happensBefore(event))) {
        next.add(event);
        if (!failure.happensBefore(event) || event.races.contains(failure)) {
          event.races.clear();
          event.races.add(failure);
        }
        missed.add(event);
      }
    }
    besides.stream()
        .filter(other -> other.number != failure.task)
        .forEach(other -> missBefore(failure, other));
  }
}
