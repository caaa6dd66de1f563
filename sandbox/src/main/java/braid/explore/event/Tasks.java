package braid.explore.event;

import braid.detect.VectorClock;
import java.util.ArrayList;
import java.util.List;

/// The tasks of one execution by id: who they are in every execution, and how far each has come.
/// Confined to it.
final class Tasks {
  private final Known known;

  /// What is the same in every execution; the number is -1 for what is no task of the scheduler's.
  private final List<Integer> numbers = new ArrayList<>();

  private final List<Long> keys = new ArrayList<>();

  /// What each knew when it was started or woken or last stepped, and how many events it had.
  private final List<VectorClock> clocks = new ArrayList<>();

  private final List<Integer> counts = new ArrayList<>();

  Tasks(Known known) {
    this.known = known;
  }

  void add(int id, long key) {
    while (numbers.size() <= id) { // those between are no tasks of the scheduler's
      numbers.add(numbers.size() < id ? -1 : known.task(key));
      keys.add(key);
      clocks.add(new VectorClock());
      counts.add(0);
    }
  }

  int number(int id) {
    return numbers.get(id);
  }

  long key(int id) {
    return keys.get(id);
  }

  VectorClock clock(int id) {
    return clocks.get(id);
  }

  /// The next event of the task `id`, in this place of the execution.
  Event begin(int id, int index) {
    int nth = counts.get(id) + 1;
    counts.set(id, nth);
    return new Event(index, numbers.get(id), nth, clocks.get(id).copy());
  }

  /// The event of the task `id` is over.
  void end(int id, Event event) {
    clocks.set(id, event.clock);
  }

  /// The task `id` goes on only after this event; gives what it knows then.
  VectorClock enable(int id, Event by) {
    VectorClock clock = VectorClock.joined(List.of(clocks.get(id), by.clock));
    clocks.set(id, clock);
    return clock;
  }

  /// From here on everybody knows what anybody knew.
  void meet() {
    VectorClock all = VectorClock.joined(clocks);
    clocks.replaceAll(_ -> all.copy());
  }
}
