package braid.explore.event;

import braid.detect.VectorClock;
import braid.kernel.memory.Key;
import java.util.ArrayList;
import java.util.List;

/// What a task does from one point to the next. Complete, and unchanged from then on, when the next
/// event begins.
public final class Event {
  /// Its place in the execution.
  public final int index;

  /// The number of its task, and how many events that had up to and with this one.
  public final int task;
  final int nth;

  /// The thread whose event loop has let it go on, -1 for none; and the first event since then.
  int loop = -1;

  int pieceStart;

  final List<Operation> operations = new ArrayList<>(2);

  /// Whether it does anything that another task could notice, besides to end.
  public boolean isVisible;

  /// It ends others, or the execution as far as that is gone through: nothing commutes with it that
  /// can be noticed.
  public boolean isFailure;

  /// The numbers of the tasks it kills.
  public final List<Integer> killed = new ArrayList<>(0);

  /// What happened before it, with itself.
  final VectorClock clock;

  /// The tasks whose next event it enables.
  final List<Integer> enabled = new ArrayList<>(0);

  /// Earlier events that could as well have come after it, each the last of its kind.
  public final List<Event> races = new ArrayList<>(1);

  public Event(int index, int task, int nth, VectorClock clock) {
    this.index = index;
    this.pieceStart = index;
    this.task = task;
    this.nth = nth;
    this.clock = clock;
    if (task >= 0) {
      clock.set(task, nth);
    }
  }

  void add(Operation operation) {
    operations.add(operation);
    isVisible = true;
  }

  /// As [#add], for one of a thing that may be touched often.
  void addOnce(Operation operation) {
    for (Operation known : operations) {
      if (known.target() == operation.target() && (known.isChange() || !operation.isChange())) {
        return;
      }
    }
    add(operation);
  }

  /// A number for what it is and what happened before it.
  long mark() {
    long mark = Key.child(task, nth, 0);
    for (int other = 0; other < clock.size(); other++) {
      mark = Key.child(mark, other, clock.of(other));
    }
    return mark;
  }

  /// It ends others.
  void end() {
    isVisible = true;
    isFailure = true;
  }

  boolean happensBefore(Event later) {
    return later.clock.of(task) >= nth;
  }

  /// Whether the order of the two makes a difference.
  public boolean isDependent(Event other) {
    if (task == other.task || (isFailure && other.isVisible) || (other.isFailure && isVisible)) {
      return true;
    }
    for (int i = 0; i < operations.size(); i++) {
      for (int j = 0; j < other.operations.size(); j++) {
        if (operations.get(i).isInConflict(other.operations.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Of `events`, the first `end` of which count: what comes after `earlier` and does not depend on
  /// it, and then `later`; that alone where nobody knows what it depends on. Empty where `later`
  /// cannot come before, because what its event loop lets go on with it depends on `earlier`.
  public static List<Event> without(List<Event> events, int end, Event earlier, Event later) {
    List<Event> piece = new ArrayList<>();
    boolean isUnknown = later.isFailure && later.index == Integer.MAX_VALUE;
    for (int i = isUnknown ? events.size() : earlier.index + 1; i < events.size(); i++) {
      Event event = events.get(i);
      boolean isIndependent =
          i < end ? !earlier.happensBefore(event) : i < later.index && event.happensBefore(later);
      if (isIndependent && event != later) {
        piece.add(event);
      } else if (event.task == later.task && i < later.index && later.pieceStart < later.index) {
        return List.of();
      }
    }
    piece.add(later);
    return piece;
  }

  @Override
  public String toString() {
    return "t" + task + "." + nth + operations;
  }
}
