package braid.detect;

import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.ObjectState;
import braid.trace.ObjectType;
import braid.trace.Outcome;
import braid.trace.Reason;
import braid.trace.Reason.DeadlockType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What of a trace explains a deadlock at its end: who has ended, what objects are, and which
/// notifies found nobody waiting. Confined to one run.
final class Clues {
  private static final int NOTICES_MAX = 1_000;
  private static final int TOLD_MAX = 4;

  private final Map<Integer, ObjectType> types = new LinkedHashMap<>();
  private final Map<Integer, ObjectState.Condition> rooms = new LinkedHashMap<>();
  private final Set<Integer> ended = new LinkedHashSet<>();
  private final List<Reason.Notice> unheard = new ArrayList<>();

  void note(Entry entry) {
    if (entry instanceof Entry.ObjectAdded added) {
      types.put(added.object(), added.type());
      see(added.object(), added.state());
    } else if (entry instanceof Entry.Step step) {
      note(step);
    }
  }

  private void note(Entry.Step step) {
    if (step.action() instanceof Action.End) {
      ended.add(step.task());
    }
    boolean isUnheard =
        step.action() instanceof Action.Notify(int room, int _)
            && step.outcome() == Outcome.DONE
            && rooms.containsKey(room)
            && rooms.get(room).waiters().isEmpty();
    if (isUnheard && unheard.size() < NOTICES_MAX) {
      int room = ((Action.Notify) step.action()).object();
      unheard.add(new Reason.Notice(step.task(), step.line(), room, step.index()));
    }
    for (Change change : step.changes()) {
      if (change instanceof Change.OfObject(int object, ObjectState state)) {
        see(object, state);
      }
    }
  }

  private void see(int object, ObjectState state) {
    if (state instanceof ObjectState.Condition room) {
      rooms.put(object, room);
    }
  }

  /// The same deadlock, with its type and the notifies that came too early.
  Reason.Deadlock explained(Reason.Deadlock deadlock) {
    List<Reason.Notice> early =
        unheard.stream()
            .filter(notice -> deadlock.waiting().stream().anyMatch(wait -> isOn(wait, notice)))
            .toList();
    List<Reason.Notice> last = early.subList(Math.max(0, early.size() - TOLD_MAX), early.size());
    DeadlockType type =
        deadlock.isCycle() ? typeOfCycle(deadlock.waiting()) : typeOf(deadlock.waiting(), early);
    return new Reason.Deadlock(deadlock.isCycle(), type, deadlock.waiting(), last);
  }

  private static boolean isOn(Reason.Waiting wait, Reason.Notice notice) {
    return wait.object() == notice.object() && wait.task() != notice.task();
  }

  private DeadlockType typeOfCycle(List<Reason.Waiting> waiting) {
    if (waiting.size() == 1 && isLock(waiting.getFirst())) {
      return DeadlockType.MISSING_RELEASE;
    }
    if (waiting.stream().anyMatch(wait -> isOf(wait, ObjectType.FUTURE))) {
      return DeadlockType.POOL_STARVATION;
    }
    return waiting.stream().anyMatch(this::isLock)
        ? DeadlockType.LOCK_CYCLE
        : DeadlockType.JOIN_CYCLE;
  }

  private DeadlockType typeOf(List<Reason.Waiting> waiting, List<Reason.Notice> early) {
    Predicate<Reason.Waiting> isLeftHeld = wait -> isLock(wait) && ended.contains(wait.holder());
    if (waiting.stream().anyMatch(isLeftHeld)) {
      return DeadlockType.MISSING_RELEASE;
    }
    if (!early.isEmpty()) {
      return DeadlockType.LOST_WAKEUP;
    }
    if (waiting.stream().anyMatch(wait -> isOf(wait, ObjectType.FUTURE) && wait.holder() < 0)) {
      return DeadlockType.POOL_STARVATION;
    }
    return waiting.stream().anyMatch(wait -> isOf(wait, ObjectType.QUEUE))
        ? DeadlockType.QUEUE_NEVER_FILLED
        : DeadlockType.OTHER;
  }

  private boolean isLock(Reason.Waiting wait) {
    return isOf(wait, ObjectType.LOCK) || isOf(wait, ObjectType.RLOCK);
  }

  private boolean isOf(Reason.Waiting wait, ObjectType type) {
    return types.get(wait.object()) == type;
  }
}
