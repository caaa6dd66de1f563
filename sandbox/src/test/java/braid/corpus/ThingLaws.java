package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.FutureStatus;
import braid.trace.ObjectState;
import braid.trace.ObjectType;
import braid.trace.Order;
import braid.trace.Outcome;
import java.util.Set;
import java.util.TreeSet;

/// What a trace may say of one object: how it looked, what has been done with it, and so what may
/// come next. The objects of `asyncio` keep their rules in Python and show less: what is asked of
/// them is what can be seen.
final class ThingLaws {
  private final ObjectType type;
  private ObjectState state;
  private ObjectState before;

  /// Used by coroutines.
  private boolean isMirror;

  /// Permits taken and not given back; items put and not taken.
  private long held;

  /// Items put and not reported done.
  private long unfinished;

  /// How many a condition has notified at most, less those that went on.
  private long notified;

  /// Who was waiting for an event when it was set.
  private final Set<Integer> released = new TreeSet<>();

  ThingLaws(ObjectType type, ObjectState state) {
    this.type = type;
    this.state = state;
    this.before = state;
  }

  ObjectState state() {
    return state;
  }

  /// Before a step on it.
  void before(Entry.Step step, boolean isCoroutine, ThingLaws lock) {
    isMirror |= isCoroutine;
    before = state;
    int task = step.task();
    Outcome outcome = step.outcome();
    if (outcome == Outcome.DONE) {
      allow(step);
    }
    if (step.action() instanceof Action.Wait
        && (outcome == Outcome.DONE || outcome == Outcome.BLOCKED)) {
      assertTrue(lock.isHeldBy(task), "waits without the lock");
    }
    if (step.action() instanceof Action.Arrive
        && state instanceof ObjectState.Barrier gate
        && (outcome == Outcome.DONE || outcome == Outcome.BLOCKED)) {
      assertTrue(!gate.isBroken(), "arrives at a broken barrier");
    }
  }

  /// May this happen, with the object as it is?
  private void allow(Entry.Step step) {
    int task = step.task();
    switch (state) {
      case ObjectState.Mutex lock -> {
        boolean isAgain = type == ObjectType.RLOCK && isHeldBy(task);
        if (step.action() instanceof Action.Acquire) {
          assertTrue(lock.owner() == -1 || isAgain, "taken from its holder");
          boolean isFirst = lock.waiters().isEmpty() || lock.waiters().getFirst() == task;
          assertTrue(!isMirror || isFirst, "out of turn");
        } else if (step.action() instanceof Action.Release) {
          assertTrue(isHeldBy(task), "released by who does not hold it");
        }
      }
      case ObjectState.Semaphore permits -> {
        if (step.action() instanceof Action.Acquire) {
          assertTrue(isMirror || permits.value() > 0, "no permit");
          held++;
        } else if (step.action() instanceof Action.Release(int _, int count)) {
          held -= count;
        }
      }
      case ObjectState.Flag flag -> {
        if (step.action() instanceof Action.Raise) {
          released.addAll(flag.waiters());
        } else if (step.action() instanceof Action.Await) {
          assertTrue(released.remove(task) | flag.isSet(), "not set");
        }
      }
      case ObjectState.Condition room -> {
        if (step.action() instanceof Action.Notify(int _, int count)) {
          int waiting = room.waiters().size();
          notified += count < 0 ? waiting : Math.min(count, waiting);
        } else if (step.action() instanceof Action.Resume) {
          assertTrue(--notified >= 0, "nobody notified it");
        }
      }
      case ObjectState.Channel line -> allow(step.action(), line);
      case ObjectState.Future future -> {
        if (step.action() instanceof Action.Work) {
          assertEquals(FutureStatus.PENDING, future.status(), "begun again");
        } else if (step.action() instanceof Action.Complete) {
          assertTrue(!hasEnded(future), "ended again");
        }
      }
      case ObjectState.Barrier _, ObjectState.Latch _, ObjectState.Cell _, ObjectState.Loop _ -> {}
    }
  }

  private void allow(Action action, ObjectState.Channel line) {
    if (action instanceof Action.Put) {
      assertTrue(line.capacity() == 0 || line.size() < line.capacity(), "full");
      held++;
      unfinished++;
    } else if (action instanceof Action.Get(int _, String item)) {
      assertTrue(line.size() > 0, "empty");
      if (line.order() != Order.PRIORITY) {
        assertEquals(line.items().getFirst(), item, "not the next item");
      }
      held--;
    } else if (action instanceof Action.TaskDone) {
      unfinished--;
    } else if (action instanceof Action.Drain) {
      assertTrue(isMirror || line.unfinished() == 0, "not all is done");
    }
  }

  /// It looks like this from now on.
  void become(ObjectState next) {
    if (state instanceof ObjectState.Future was && hasEnded(was)) {
      assertEquals(was.status(), ((ObjectState.Future) next).status(), "ended otherwise");
    }
    state = next;
    switch (state) {
      case ObjectState.Mutex lock ->
          assertTrue(
              type != ObjectType.RLOCK || !lock.waiters().contains(lock.owner()),
              "waits for itself");
      case ObjectState.Semaphore permits -> {
        boolean isWithin = !permits.isBounded() || permits.value() <= permits.initial();
        assertTrue(permits.value() >= 0 && isWithin, "permits out of bounds");
      }
      case ObjectState.Channel line ->
          assertTrue(line.capacity() == 0 || line.size() <= line.capacity(), "more than fit");
      case ObjectState.Barrier gate ->
          assertTrue(gate.arrived().size() <= gate.parties(), "more than the party");
      case ObjectState.Condition _,
          ObjectState.Flag _,
          ObjectState.Latch _,
          ObjectState.Future _,
          ObjectState.Cell _,
          ObjectState.Loop _ -> {}
    }
  }

  /// After a step on it.
  void after(Entry.Step step, ThingLaws lock) {
    boolean isOver = step.outcome() != Outcome.BLOCKED;
    switch (state) {
      case ObjectState.Mutex own -> {
        if (step.outcome() == Outcome.DONE && step.action() instanceof Action.Acquire) {
          boolean isOwn = isMirror ? own.owner() != -1 : own.owner() == step.task();
          assertTrue(isOwn, "taken and not its own");
        }
      }
      case ObjectState.Semaphore permits -> {
        long left = permits.initial() - held;
        assertTrue(
            isMirror ? permits.value() <= left : permits.value() == left, "permits got lost");
      }
      case ObjectState.Condition room -> afterwards(step, room, lock);
      case ObjectState.Channel line -> {
        boolean isUnordered =
            step.outcome() == Outcome.ERROR && step.action() instanceof Action.Put;
        held += isUnordered ? line.size() - held : 0;
        assertEquals(held, line.size(), "items got lost");
        assertEquals(unfinished, line.unfinished(), "work got lost");
        assertTrue(!isOver || !line.getters().contains(step.task()), "waits after all");
      }
      case ObjectState.Barrier _,
          ObjectState.Flag _,
          ObjectState.Latch _,
          ObjectState.Future _,
          ObjectState.Cell _,
          ObjectState.Loop _ -> {}
    }
    if (isOver
        && step.outcome() != Outcome.DONE
        && !(isMirror && step.action() instanceof Action.Put)) {
      assertEquals(core(before), core(state), "changed by what did not happen");
    }
  }

  private void afterwards(Entry.Step step, ObjectState.Condition room, ThingLaws lock) {
    boolean isOver = step.outcome() != Outcome.BLOCKED;
    switch (step.action()) {
      case Action.Wait _ when !isOver ->
          assertTrue(owner(lock) != step.task(), "waits with the lock");
      case Action.Resume _ when isOver ->
          assertEquals(step.task(), owner(lock), "back without the lock");
      case Action.Notify(int _, int count) when !isMirror && step.outcome() == Outcome.DONE -> {
        int waited = ((ObjectState.Condition) before).waiters().size();
        int left = count < 0 ? 0 : Math.max(0, waited - count);
        assertEquals(left, room.waiters().size(), "woke another number");
      }
      default -> {}
    }
  }

  /// What those who do not get their will leave as it was.
  private Object core(ObjectState of) {
    return switch (of) {
      case ObjectState.Mutex lock -> lock.owner() + " " + lock.depth();
      case ObjectState.Semaphore permits -> isMirror ? "" : permits.value();
      case ObjectState.Channel line -> line.size();
      case ObjectState.Flag flag -> flag.isSet();
      case ObjectState.Future future -> future.status();
      case ObjectState.Condition _,
          ObjectState.Barrier _,
          ObjectState.Latch _,
          ObjectState.Cell _,
          ObjectState.Loop _ ->
          "";
    };
  }

  /// A lock without an owner may be released by anybody, while it is locked; a lock of `threading`
  /// that a coroutine takes belongs to its thread.
  private boolean isHeldBy(int task) {
    boolean isOwned = type == ObjectType.RLOCK && !isMirror;
    return isOwned ? owner(this) == task : owner(this) != -1;
  }

  private static int owner(ThingLaws lock) {
    return lock.state instanceof ObjectState.Mutex mutex ? mutex.owner() : -1;
  }

  private static boolean hasEnded(ObjectState.Future future) {
    return future.status() != FutureStatus.PENDING && future.status() != FutureStatus.RUNNING;
  }
}
