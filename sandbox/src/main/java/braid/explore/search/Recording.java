package braid.explore.search;

import braid.detect.Spins;
import braid.detect.VectorClock;
import braid.kernel.memory.Access;
import braid.kernel.memory.Key;
import braid.kernel.memory.Place;
import braid.trace.Action;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import braid.trace.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One execution as events, with what happens before each and which of them race. Confined to it.
final class Recording extends Watch {
  private static final int GUEST_KEY = 13;

  private final History history = new History();
  private final List<Event> events = new ArrayList<>();

  /// By id: the number, what it knew when it was started or woken or last stepped, its events.
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Long> keys = new ArrayList<>();
  private final List<VectorClock> clocks = new ArrayList<>();
  private final List<Integer> counts = new ArrayList<>();
  final Vain vain = new Vain(history);
  final Spins spins = new Spins();
  final Pieces pieces = new Pieces();
  private Event present;
  private int presentId;
  private Operation waitToResume = Operation.of(0, true);
  private long kind;
  private long state;
  /// Events from here on are not analysed: somebody has failed.
  private int end = Integer.MAX_VALUE;

  Recording(Known known) {
    super(known);
    this.present = new Event(-1, 0, 0, new VectorClock());
  }

  /// The same number for executions that differ only in the order of what commutes; so far.
  long kind() {
    return kind;
  }

  /// As [#kind], and the same only where every task is at the same point.
  long state() {
    return state;
  }

  /// The events that are complete, in their order; those after a failure do not count.
  List<Event> events() {
    return events;
  }

  /// How many of them count.
  int counted() {
    return Math.min(events.size(), end);
  }

  /// The same number for events that do the same, whatever happened before; of the present one.
  long look() {
    return 31L * present.operations.hashCode() + 31 * written() + present.task;
  }

  boolean hasFailed() {
    return end < Integer.MAX_VALUE;
  }

  int number(int id) {
    return numbers.get(id);
  }

  void conclude() {
    complete();
    vain.end();
    vain.missAfter(events, end);
  }

  /// The task `id` goes on: its next event begins; `isAmid` what its event loop has let go on.
  void begin(int id, boolean isAmid) {
    complete();
    vain.goOn(id);
    int nth = counts.get(id) + 1;
    counts.set(id, nth);
    present = new Event(present.index + 1, numbers.get(id), nth, clocks.get(id).copy());
    presentId = id;
    forget();
    pieces.begin(present, id, isAmid);
    if (known.isInterrupted(keys.get(id))) {
      present.add(Operation.ofCall(known, keys.get(id), false));
    }
  }

  @Override
  public void began(int agent, long key, int thread) {
    super.began(agent, key, thread);
    addTask(agent, key);
    pieces.add(agent, thread);
  }

  @Override
  public void readied(int agent) {
    present.enabled.add(agent);
  }

  @Override
  public void passed(int task, Action.Acquire lock, ObjectState before) {
    present.add(Operation.ofPassing(objects.get(lock.object()), lock, before));
  }

  @Override
  public void touched(long key, boolean isWrite) {
    present.addOnce(Operation.of(known.thing(Key.child(key, GUEST_KEY, 0)), isWrite));
  }

  @Override
  public void held(Stream stream, String text) {
    super.held(stream, text);
    present.addOnce(Operation.ofStream(known, stream));
  }

  @Override
  public void sealed(int number) {
    pieces.seal(number);
  }

  @Override
  public void unsealed(int number) {
    pieces.open(number, present);
  }

  void complete() {
    if (present.nth == 0 || events.size() > present.index) {
      return;
    }
    present.isFailure |= present.index == end - 1;
    history.complete(present);
    if (present.isFailure && present.index < end) {
      vain.end(present, numbers, clocks);
    }
    clocks.set(presentId, present.clock);
    pieces.close(present.clock);
    for (int id : present.enabled) {
      VectorClock clock = VectorClock.joined(List.of(clocks.get(id), present.clock));
      clocks.set(id, clock);
      vain.wake(id, clock);
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
    addTask(task, key);
    if (task == 0) {
      begin(0, false);
    }
  }

  private void addTask(int task, long key) {
    while (numbers.size() <= task) { // those between are no tasks of the scheduler's
      numbers.add(numbers.size() < task ? -1 : known.task(key));
      keys.add(key);
      clocks.add(new VectorClock());
      counts.add(0);
    }
  }

  @Override
  public void accessed(int task, Place place, Access access, int line) {
    super.accessed(task, place, access, line);
    boolean isContended = isContended(place);
    boolean isWatched = isContended || spins.isWatched();
    if (!isWatched && !pieces.isAny()) {
      return;
    }
    Operation operation = Operation.of(known, place, access.isWrite());
    if (isContended || (pieces.isAny() && !place.isOrder())) {
      present.addOnce(operation);
    }
    if (isWatched) {
      present.enabled.addAll(spins.touched(presentId, operation.shown(place.name(), line)));
    }
  }

  @Override
  public void watching(int task) {
    spins.watch(presentId);
  }

  @Override
  public void foundNothing(int task) {
    spins.foundNothing(presentId);
  }

  @Override
  public void acting(int task, Action.OnObject action, ObjectState before) {
    super.acting(task, action, before);
    add(action, Optional.of(action), before);
  }

  @Override
  public void trying(int task, Action.OnObject action, ObjectState before) {
    super.trying(task, action, before);
    add(action, Optional.empty(), before);
  }

  private void add(Action.OnObject action, Optional<Action> waiting, ObjectState before) {
    spins.act(presentId);
    Operation.of(objects::get, action, waiting, before).forEach(present::add);
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
      present.clock.join(clocks.get(child));
    } else if (action instanceof Action.End) {
      present.operations.add(Operation.ofTask(known, keys.get(task), true));
      if (vain.isPeopled(task)) {
        present.end();
      }
    } else if (action instanceof Action.Cancel(int other, String _) && numbers.get(other) >= 0) {
      known.addInterrupted(keys.get(other));
      present.add(Operation.ofCall(known, keys.get(other), true));
    } else if (action instanceof Action.Print(var stream, String _)) {
      present.add(Operation.ofStream(known, stream));
    }
    present.enabled.addAll(action instanceof Action.Notify ? woken : List.of());
  }

  private void block(int task, Action action) {
    VectorClock clock = task == presentId ? present.clock : clocks.get(task);
    if (action instanceof Action.OnObject on) {
      boolean isReady = !(on instanceof Action.Wait);
      Operation awaited = isReady ? Operation.awaited(objects.get(on.object()), on) : waitToResume;
      vain.block(task, numbers.get(task), awaited, clock, isReady);
    }
  }

  @Override
  public void looked(int task, int object, ObjectState state) {
    super.looked(task, object, state);
    if (object < objects.size() && objects.get(object) >= 0) {
      present.add(Operation.look(objects.get(object), state));
    }
  }

  @Override
  public void lookedAtTask(int task, int other, boolean hasEnded) {
    super.lookedAtTask(task, other, hasEnded);
    present.add(Operation.ofTask(known, keys.get(other), false));
  }

  @Override
  public void failed(int task) {
    end = Math.min(end, present.index + 1);
  }

  @Override
  public void killed(int task) {
    present.end();
    present.killed.add(numbers.get(task));
  }

  @Override
  public void expired(int task) {
    vain.wake(task, clocks.get(task));
  }

  @Override
  public void timePassed() {
    super.timePassed();
    spins.timePassed();
    complete();
    vain.end();
    VectorClock all = VectorClock.joined(clocks);
    clocks.replaceAll(_ -> all.copy());
  }
}
