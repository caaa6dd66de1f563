package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A gate for a party (Python documentation, `threading.Barrier`; the states are those of
/// CPython's Lib/threading.py).
///
/// A task arrives, and passes once all have come. The last to arrive does not open the gate by
/// that: it runs the program's barrier action first, and its `Pass` opens. Until all have passed,
/// new arrivals wait. A broken barrier lets everybody who waits pass with the value 1.
///
/// Values: `Arrive` the index of the arrival, 0 to parties - 1; `Pass` 0, or 1 where the barrier
/// was broken or reset meanwhile; the others 0. Rejected: arriving at a broken barrier.
///
/// When the barrier action fails, its task does `Abort` and then `Pass`. While it runs, others can
/// neither abort nor reset (CPython holds a lock over it).
public final class Barrier implements Primitive {
  private static final Effect.Rejected BROKEN = new Effect.Rejected("the barrier is broken");
  private static final int NOBODY = -1;

  private enum Gate {
    /// Waits for the rest of the party.
    FILLING,
    /// All have come; the last one runs the barrier action.
    FULL,
    /// Open until all have passed.
    DRAINING,
    /// Reset while some were waiting: they leave as if it were broken, then it is new.
    RESETTING,
    /// Stays so until it is reset.
    BROKEN
  }

  private final int parties;
  private final Waiters arrived = new Waiters();

  /// Who waits, at the gate or before it, and to do what.
  private final SequencedMap<Integer, Action> parked = new LinkedHashMap<>();

  private Gate gate = Gate.FILLING;

  /// Who came last, while the gate is full.
  private int last = NOBODY;

  public Barrier(int parties) {
    if (parties < 1) {
      throw new IllegalArgumentException("a barrier cannot be for " + parties + " parties");
    }
    this.parties = parties;
  }

  public boolean isBroken() {
    return gate == Gate.BROKEN;
  }

  /// How many wait for the rest of the party (Python's `n_waiting`).
  public int waiting() {
    return gate == Gate.FILLING || gate == Gate.FULL ? arrived.size() : 0;
  }

  @Override
  public ObjectState.Barrier state() {
    return new ObjectState.Barrier(parties, arrived.shown(), isBroken());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Arrive _ -> gate == Gate.FILLING || gate == Gate.BROKEN;
      case Action.Pass _ -> gate == Gate.FULL ? task == last : gate != Gate.FILLING;
      case Action.Abort _, Action.Reset _ -> gate != Gate.FULL || task == last;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    if (!isEnabled(task, action)) {
      throw WrongAction.disabled(this, task, action);
    }
    parked.remove(task);
    if (gate == Gate.BROKEN && action instanceof Action.Arrive) {
      return BROKEN;
    }
    List<Integer> stopped = parkedThatAre(false, List.copyOf(parked.sequencedKeySet()));
    long value =
        switch (action) {
          case Action.Arrive _ -> arrive(task);
          case Action.Pass _ -> pass(task);
          case Action.Abort _ -> abort();
          case Action.Reset _ -> reset();
          case Action other -> throw WrongAction.unknown(this, other);
        };
    return Effect.of(value, parkedThatAre(true, stopped));
  }

  @Override
  public void park(int task, Action action) {
    parked.put(task, action);
  }

  /// Gives up; an arrival that is withdrawn breaks nothing (`asyncio.Barrier` on cancellation).
  @Override
  public void leave(int task) {
    parked.remove(task);
    if (!arrived.remove(task)) {
      return;
    }
    if (task == last) {
      last = NOBODY;
      gate = Gate.FILLING;
    }
    renewIfEmpty();
  }

  /// The time of one who waits at the gate is over: that breaks the barrier. Where the gate is open
  /// or about to open it passes nevertheless: false.
  @Override
  public boolean expire(int task) {
    if (arrived.contains(task)) {
      if (gate != Gate.FILLING) {
        return false;
      }
      gate = Gate.BROKEN;
    }
    leave(task);
    return true;
  }

  private List<Integer> parkedThatAre(boolean enabled, List<Integer> tasks) {
    if (tasks.isEmpty()) {
      return tasks;
    }
    List<Integer> found = new ArrayList<>();
    for (int task : tasks) {
      if (isEnabled(task, parked.get(task)) == enabled) {
        found.add(task);
      }
    }
    return found;
  }

  private int arrive(int task) {
    int index = arrived.size();
    arrived.add(task);
    if (arrived.size() == parties) {
      gate = Gate.FULL;
      last = task;
    }
    return index;
  }

  private int pass(int task) {
    if (!arrived.remove(task)) {
      throw WrongAction.absent(this, task);
    }
    if (gate == Gate.FULL) {
      gate = Gate.DRAINING;
      last = NOBODY;
    }
    int value = gate == Gate.DRAINING ? 0 : 1;
    renewIfEmpty();
    return value;
  }

  private int abort() {
    gate = Gate.BROKEN;
    last = NOBODY;
    return 0;
  }

  private int reset() {
    if (arrived.isEmpty()) {
      gate = Gate.FILLING;
    } else if (gate != Gate.DRAINING) {
      gate = Gate.RESETTING;
    }
    last = NOBODY;
    return 0;
  }

  /// When the last one has gone, a drained or reset barrier is as new.
  private void renewIfEmpty() {
    if (arrived.isEmpty() && (gate == Gate.DRAINING || gate == Gate.RESETTING)) {
      gate = Gate.FILLING;
    }
  }
}
