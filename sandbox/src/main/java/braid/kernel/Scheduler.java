package braid.kernel;

import braid.kernel.cost.Costs;
import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Choices;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Offers;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.Strategy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Chooses the next task and keeps the time. On the simulated machine every task has its own clock
/// and the one that can run soonest is proposed; otherwise there is one clock, which moves only
/// when every task waits, to the earliest deadline. Confined to the carrier.
final class Scheduler {
  private static final int STATEMENTS_MAX = 1_000_000;

  private final Rules rules;
  private final Strategy strategy;
  private final Observer observer;
  private final Waits waits;
  private final Machine machine;
  private final Offers offers;
  private final Chance disturbance;
  private final Choices choices = new Choices();

  /// Started and not ended, by id.
  private final List<Task> live = new ArrayList<>();

  private final Options options = new Options(live);
  private final List<Task> candidates = options.tasks;
  private long[] starts = new long[8];
  private long now;
  private long arrivals;

  /// Until the present task's clock gets here nobody else can be due.
  private long horizon;

  /// Until then the present task may compute without asking: nobody who is due sees its memory.
  private long sliceEnd;

  Scheduler(Rules rules, Strategy strategy, Observer observer, Waits waits, Offers offers) {
    this.offers = offers;
    this.rules = rules;
    this.observer = observer;
    this.strategy = strategy;
    this.waits = waits;
    this.machine = new Machine(rules);
    this.disturbance = new Chance(rules.seed(), 2);
  }

  List<Task> live() {
    return live;
  }

  Choices choices() {
    return choices;
  }

  /// A task begins to exist for the scheduler, `delayNanos` after the clock of its parent.
  void enter(Task task, long delayNanos) {
    task.status = Task.Status.ANNOUNCED;
    task.clock += delayNanos;
    task.runningSince = task.clock;
    task.arrival = ++arrivals;
    int place = live.size();
    while (place > 0 && live.get(place - 1).id > task.id) {
      place--;
    }
    live.add(place, task);
    somethingChanged();
  }

  void exit(Task task) {
    task.status = Task.Status.ENDED;
    live.remove(task);
    leaveSeat(task);
  }

  /// The task waits from now on.
  void block(Task task) {
    task.block(++arrivals);
    leaveSeat(task);
  }

  private void leaveSeat(Task task) {
    if (rules.isSimulated()) {
      machine.leave(task);
    }
    somethingChanged();
  }

  /// Others may be due earlier than was thought.
  void somethingChanged() {
    horizon = Long.MIN_VALUE;
    sliceEnd = Long.MIN_VALUE;
  }

  /// Time passes for a task that did something.
  void charge(Task task, long nanos) {
    if (!rules.isSimulated()) {
      task.clock = now;
      return;
    }
    task.clock += (task.sliceStatements - task.statementsLeft) * Costs.STATEMENT;
    task.sliceStatements = task.statementsLeft;
    task.clock += rules.seed() == 0 ? nanos : nanos * (75 + disturbance.below(51)) / 100;
  }

  /// The task looks whether something has changed. Busy waiting is hurried on; whether it is time
  /// for somebody else.
  boolean look(Task task) {
    long cost = task.patience.look();
    if (cost == 0 || !rules.isSimulated()) {
      return false;
    }
    charge(task, cost);
    return task.clock >= horizon;
  }

  /// Now and then a disturbed machine has something else to do: the task loses its seat in the
  /// middle of things, and for its first times gets it back only later. So tasks meet that would
  /// each be done before the next has begun.
  void disturb(Task task) {
    if (!rules.isSimulated() || rules.seed() == 0 || disturbance.below(6) != 0) {
      return;
    }
    giveWay(task);
    if (task.delays < Costs.DELAYS_MAX) {
      task.delays++;
      task.delayNanos = Costs.DELAY_UNIT * disturbance.below(Costs.DELAY_UNITS_MAX);
    }
  }

  /// The task stays able to run, behind all others that can.
  void giveWay(Task task) {
    task.arrival = ++arrivals;
    leaveSeat(task);
  }

  boolean isSeated(Task task) {
    return machine.isSeated(task);
  }

  /// Whether `task` may simply go on, without asking anybody.
  boolean goesOn(Task task) {
    return rules.isSimulated() && task.clock < horizon && task.status == Task.Status.ANNOUNCED;
  }

  /// The task to go next; empty when nobody ever can.
  Optional<Task> choose(Task present) {
    while (true) {
      int proposed = rules.isSimulated() ? simulate() : parked();
      if (candidates.isEmpty()) {
        return Optional.empty();
      }
      boolean isAsked = !rules.isSimulated() || candidates.size() > 1;
      int picked = isAsked ? strategy.pick(options.asked(present, proposed)) : 0;
      Task chosen = options.take(picked);
      if (isAsked) {
        offers.tell(choices.size(), options, picked);
        choices.add(chosen.agent.id);
      }
      if (rules.isSimulated()) {
        if (!mayRun(chosen)) {
          expire(chosen);
          continue;
        }
        machine.seat(chosen, starts[picked]);
        chosen.delayNanos = 0;
        lookAhead(picked);
      }
      return Optional.of(chosen);
    }
  }

  private boolean mayRun(Task task) {
    return task.status == Task.Status.ANNOUNCED || waits.canGoOn(task);
  }

  /// Fills `candidates` with who can run once time has come, and gives who can soonest.
  private int simulate() {
    candidates.clear();
    int best = -1;
    for (Task task : live) {
      long readyAt = readyAt(task);
      if (readyAt == Task.NEVER) {
        continue;
      }
      int index = candidates.size();
      candidates.add(task);
      if (index == starts.length) {
        starts = Arrays.copyOf(starts, index * 2);
      }
      starts[index] = mayRun(task) ? machine.startOf(task, readyAt) : readyAt;
      if (best < 0 || isBefore(index, best)) {
        best = index;
      }
    }
    return best;
  }

  private boolean isBefore(int index, int best) {
    return starts[index] < starts[best]
        || (starts[index] == starts[best]
            && candidates.get(index).arrival < candidates.get(best).arrival);
  }

  private long readyAt(Task task) {
    if (task.status == Task.Status.ANNOUNCED) {
      return task.clock + task.delayNanos;
    }
    if (!waits.canGoOn(task)) {
      return task.deadline;
    }
    return Math.max(task.enabledAt, task.clock);
  }

  private void lookAhead(int picked) {
    long soonest = Task.NEVER;
    long meeting = Task.NEVER;
    for (int i = 0; i < candidates.size(); i++) {
      if (i != picked) {
        // A seat may be had later than it looks now, never sooner.
        long due = seatAfter(candidates.get(i), starts[i]);
        soonest = Math.min(soonest, due);
        boolean isApart = machine.isApart(candidates.get(i), candidates.get(picked));
        meeting = Math.min(meeting, isApart ? Turns.later(due, Costs.RUN_AHEAD) : due);
      }
    }
    horizon = soonest;
    sliceEnd = meeting;
  }

  /// After the chosen task took its seat, others may have to wait an interval for it.
  private long seatAfter(Task task, long start) {
    return mayRun(task) ? Math.max(start, machine.startOf(task, readyAt(task))) : start;
  }

  /// Fills `candidates` with who can go on, moving the clock when nobody can, or to no purpose.
  private int parked() {
    while (true) {
      candidates.clear();
      for (Task task : live) {
        if (mayRun(task)) {
          options.offer(task);
        }
      }
      long next = waits.areIdle(candidates) ? earliestDeadline() : Task.NEVER;
      if (next == Task.NEVER) {
        return -1;
      }
      waits.changed();
      now = next;
      observer.timePassed();
      for (Task task : List.copyOf(live)) {
        if (task.deadline <= now && task.status == Task.Status.BLOCKED) {
          expire(task);
        }
      }
    }
  }

  /// When the first of those who wait for time goes on; [Task#NEVER] where nobody does.
  long earliestDeadline() {
    return live.stream()
        .filter(task -> task.status == Task.Status.BLOCKED)
        .mapToLong(task -> task.deadline)
        .min()
        .orElse(Task.NEVER);
  }

  /// The time of a waiting task is up.
  private void expire(Task task) {
    observer.expired(task.agent.id);
    task.clock = Math.max(task.clock, task.deadline);
    task.enabledAt = task.clock;
    task.deadline = Task.NEVER;
    task.isExpired = task.primitive == null || task.primitive.expire(task.id);
    task.hasWoken = true;
    somethingChanged();
  }

  /// How many statements the chosen task may execute before it is asked again.
  void grant(Task task) {
    long statements = rules.sliceStatements();
    if (rules.isSimulated()) {
      long nanos = sliceEnd <= task.clock ? 0 : sliceEnd - task.clock;
      statements = Math.min(nanos / Costs.STATEMENT + 1, STATEMENTS_MAX);
    } else {
      task.clock = now;
      task.runningSince = now;
    }
    task.statementsLeft = (int) statements;
    task.sliceStatements = (int) statements;
  }
}
