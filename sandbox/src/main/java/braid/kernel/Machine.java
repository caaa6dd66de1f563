package braid.kernel;

import braid.kernel.cost.Costs;
import braid.kernel.schedule.Rules;
import java.util.ArrayList;
import java.util.List;

/// The small simulated machine: some cores, and one GIL per process. A task that wants to run needs
/// its process's GIL (if there is one) and a core; it keeps them until it waits, ends, or has had
/// them for an interval while another wants them. Time is each task's own clock. Confined to the
/// carrier.
final class Machine {
  /// The least virtual time a core or a GIL is kept from one who waits for it, per kind of seat.
  private final List<Place> cores = new ArrayList<>();

  private final List<Place> gils = new ArrayList<>();
  private final boolean hasGil;

  Machine(Rules rules) {
    this.hasGil = rules.hasGil();
    for (int i = 0; i < rules.cores(); i++) {
      cores.add(new Place(Costs.CORE_SLICE));
    }
  }

  /// A core or a GIL: who has it, since when, or since when it is free.
  private static final class Place {
    final long sliceNanos;
    Task holder;
    long acquiredAt;
    long freeAt;

    Place(long sliceNanos) {
      this.sliceNanos = sliceNanos;
    }

    /// When a task that is ready at `readyAt` could have it.
    long availableAt(long readyAt) {
      return holder == null
          ? Math.max(readyAt, freeAt)
          : Math.max(readyAt, acquiredAt) + sliceNanos;
    }

    void take(Task task, long at) {
      holder = task;
      acquiredAt = at;
    }

    void free(long at) {
      holder = null;
      freeAt = at;
    }
  }

  /// Whether both compute on cores of their own, and in processes of their own.
  boolean isApart(Task one, Task other) {
    return one.process != other.process && isSeated(one) && isSeated(other);
  }

  /// Whether the task has all it needs to run.
  boolean isSeated(Task task) {
    return coreOf(task) != null;
  }

  /// When a task that is ready at `readyAt` could run.
  long startOf(Task task, long readyAt) {
    if (isSeated(task)) {
      return readyAt;
    }
    if (hasGil) {
      Place gil = gilOf(task);
      long gilAt = gil.availableAt(readyAt);
      // A GIL taken from its holder comes with the holder's core.
      return gil.holder == null ? soonestCore(gilAt).availableAt(gilAt) : gilAt;
    }
    return soonestCore(readyAt).availableAt(readyAt);
  }

  /// Lets the task run from `start` on, putting out whom it takes the place of.
  void seat(Task task, long start) {
    if (isSeated(task)) {
      task.clock = Math.max(task.clock, start);
      return;
    }
    long from = Math.max(task.clock, start);
    if (hasGil) {
      Place gil = gilOf(task);
      from = vacate(gil, from);
      gil.take(task, from);
    }
    Place core = soonestCore(from);
    from = vacate(core, from);
    core.take(task, from);
    task.clock = from;
    task.runningSince = from;
  }

  /// The task stops running at its own clock.
  void leave(Task task) {
    Place core = coreOf(task);
    if (core != null) {
      core.free(task.clock);
    }
    if (hasGil && gilOf(task).holder == task) {
      gilOf(task).free(task.clock);
    }
  }

  private long vacate(Place place, long from) {
    if (place.holder == null) {
      return Math.max(from, place.freeAt);
    }
    Task holder = place.holder;
    leave(holder);
    return Math.max(from, holder.clock);
  }

  private Place coreOf(Task task) {
    for (Place core : cores) {
      if (core.holder == task) {
        return core;
      }
    }
    return null;
  }

  private Place soonestCore(long readyAt) {
    Place best = cores.getFirst();
    for (Place core : cores) {
      if (core.availableAt(readyAt) < best.availableAt(readyAt)) {
        best = core;
      }
    }
    return best;
  }

  private Place gilOf(Task task) {
    while (gils.size() <= task.process) {
      gils.add(new Place(Costs.SWITCH_INTERVAL));
    }
    return gils.get(task.process);
  }
}
