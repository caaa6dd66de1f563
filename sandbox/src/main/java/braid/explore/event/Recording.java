package braid.explore.event;

import braid.detect.Dependence;
import braid.detect.VectorClock;
import braid.kernel.schedule.Candidates;
import braid.trace.Action;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One execution as events, with what happens before each and which of them race. Confined to it.
public final class Recording extends Notes {
  private final History history = new History();
  private final List<Event> events = new ArrayList<>();

  private final Vain vain = new Vain(history);
  private Operation waitToResume = Operation.of(0, true);
  private long kind;
  private long state;
  /// Events from here on are not analysed: somebody has failed.
  private int end = Integer.MAX_VALUE;

  public Recording(Known known) {
    super(known);
  }

  /// The same number for executions that differ only in the order of what commutes; so far.
  public long kind() {
    return kind;
  }

  /// As [#kind], and the same only where every task is at the same point.
  public long state() {
    return state;
  }

  /// The events that are complete, in their order; those after a failure do not count.
  public List<Event> events() {
    return events;
  }

  /// How many of them count.
  public int counted() {
    return Math.min(events.size(), end);
  }

  /// The same number for events that do the same, whatever happened before, where nothing goes on
  /// that has an end; of the present one.
  public long look() {
    return 31L * (moments + 31L * values)
        + 31L * present.operations.hashCode()
        + 31 * written()
        + present.task;
  }

  /// Whether the present event has only computed, with what is its task's alone.
  public boolean isQuiet() {
    return present.operations.isEmpty() && present.enabled.isEmpty() && !hasAccessed;
  }

  /// Whether somebody has failed: what comes from there on is not analysed.
  public boolean hasFailed() {
    return end < Integer.MAX_VALUE;
  }

  /// The number of the task `id`, the same in every execution.
  public int number(int id) {
    return tasks.number(id);
  }

  /// The events that did not happen because their tasks waited in vain.
  public List<Event> missed() {
    return vain.missed();
  }

  /// Whether others end with the task `id` because it is the first of their process.
  public boolean isPeopled(int id) {
    return vain.isPeopled(id);
  }

  /// The execution is over.
  public void conclude() {
    complete();
    vain.end();
    vain.missAfter(events, end);
  }

  /// Of these, the one at `picked` goes on: its next event begins.
  public void begin(Candidates candidates, int picked) {
    complete();
    vain.offer(candidates, spins());
    begin(candidates.task(picked), candidates.isAmid(picked));
  }

  /// @param isAmid whether the task `id` goes on with what its event loop has let go on
  private void begin(int id, boolean isAmid) {
    vain.goOn(id);
    present = tasks.begin(id, present.index + 1);
    presentId = id;
    values = 0;
    hasAccessed = false;
    forget();
    pieces.begin(present, id, isAmid);
    if (known.isInterrupted(tasks.key(id))) {
      present.add(Operation.ofCall(known, tasks.key(id), false));
    }
  }

  @Override
  public void began(int agent, long key, int thread) {
    super.began(agent, key, thread);
    tasks.add(agent, key);
    pieces.add(agent, thread);
  }

  @Override
  public void readied(int agent) {
    present.enabled.add(agent);
  }

  @Override
  public void sealed(int number) {
    pieces.seal(number);
  }

  @Override
  public void unsealed(int number) {
    pieces.open(number, present);
  }

  /// The event at hand is over.
  public void complete() {
    if (present.nth == 0 || events.size() > present.index) {
      return;
    }
    present.isFailure |= present.index == end - 1;
    history.complete(present);
    if (present.isFailure && present.index < end) {
      vain.end(present, tasks);
    }
    tasks.end(presentId, present);
    pieces.close(present.clock);
    for (int id : present.enabled) {
      vain.wake(id, tasks.enable(id, present));
    }
    events.add(present);
    if (present.index < end) {
      long mark = present.mark();
      state += mark;
      kind += present.isVisible ? mark : 0;
    }
  }

  @Override
  public void created(int task, long key, int parent, int process) {
    super.created(task, key, parent, process);
    vain.create(task, process);
    tasks.add(task, key);
    if (task == 0) {
      begin(0, false);
    }
  }

  @Override
  public void acting(int task, Action.OnObject action, ObjectState before) {
    super.acting(task, action, before);
    add(action, Optional.of(action), before);
  }

  @Override
  public void trying(int task, Action.OnObject action, ObjectState before) {
    super.trying(task, action, before);
    if (Dependence.isAdmitted(action, before)) {
      add(action, Optional.empty(), before);
    } else {
      note(Operation.look(objects.get(action.object()), before));
    }
  }

  private void add(Action.OnObject action, Optional<Action> waiting, ObjectState before) {
    spins().act(presentId);
    moments += action instanceof Action.Put ? 1 : 0;
    Operation.of(objects::get, action, waiting, before).forEach(this::note);
    if (before instanceof ObjectState.Condition room && action instanceof Action.Wait) {
      waitToResume = Operation.toResume(objects.get(room.lock()), action.object());
    }
  }

  @Override
  public void acted(int task, Action action, Outcome outcome, List<Integer> woken) {
    super.acted(task, action, outcome, woken);
    if (outcome == Outcome.BLOCKED) {
      block(task, action);
      return;
    }
    if (action instanceof Action.Start(int child)) {
      present.enabled.add(child);
    } else if (action instanceof Action.Join(int child) && outcome == Outcome.DONE) {
      present.clock.join(tasks.clock(child));
    } else if (action instanceof Action.End) {
      end(task);
    } else if (action instanceof Action.Cancel(int other, String _) && tasks.number(other) >= 0) {
      known.addInterrupted(tasks.key(other));
      present.add(Operation.ofCall(known, tasks.key(other), true));
    } else if (action instanceof Action.Print(var stream, String _)) {
      present.add(Operation.ofStream(known, stream));
    }
    present.enabled.addAll(action instanceof Action.Notify ? woken : List.of());
  }

  private void end(int task) {
    Operation operation = Operation.ofTask(known, tasks.key(task), true);
    present.operations.add(operation);
    show(operation);
    if (vain.isPeopled(task)) {
      present.end();
    }
  }

  private void block(int task, Action action) {
    VectorClock clock = task == presentId ? present.clock : tasks.clock(task);
    if (action instanceof Action.OnObject on) {
      boolean isReady = !(on instanceof Action.Wait);
      Operation awaited = isReady ? Operation.awaited(objects.get(on.object()), on) : waitToResume;
      vain.block(task, tasks.number(task), awaited, clock, isReady);
    }
  }

  @Override
  public void failed(int task) {
    end = Math.min(end, present.index + 1);
  }

  @Override
  public void killed(int task) {
    present.end();
    present.killed.add(tasks.number(task));
  }

  @Override
  public void expired(int task) {
    vain.wake(task, tasks.clock(task));
  }

  @Override
  public void timePassed() {
    super.timePassed();
    spins().timePassed();
    complete();
    vain.end();
    tasks.meet();
  }
}
