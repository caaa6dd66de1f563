package braid.explore.event;

import braid.detect.Spins;
import braid.detect.VectorClock;
import braid.kernel.memory.Access;
import braid.kernel.memory.Key;
import braid.kernel.memory.Place;
import braid.trace.Action;
import braid.trace.ObjectState;
import braid.trace.Stream;

/// What the event at hand does to each thing, whoever it is and whatever comes of it. Confined to
/// one execution.
abstract class Notes extends Watch {
  private static final int GUEST_KEY = 13;

  final Tasks tasks;
  final Pieces pieces = new Pieces();
  private final Spins spins = new Spins();
  Event present = new Event(-1, 0, 0, new VectorClock());
  int presentId;

  /// How often something happened that never comes round: somebody looked in vain for what comes
  /// with time alone, has put something into a queue, or took a turn of a loop that has an end.
  int moments;

  /// What the event at hand has read and written, where that is wanted.
  int values;

  private boolean wantsValues;

  /// Whether the event at hand has read or written any shared memory, contended or not.
  boolean hasAccessed;

  Notes(Known known) {
    super(known);
    this.tasks = new Tasks(known);
  }

  /// Who waits busily.
  public final Spins spins() {
    return spins;
  }

  /// Whether an event loop let anything go on.
  public final boolean hasLoops() {
    return pieces.isAny();
  }

  @Override
  public void passed(int task, Action.Acquire lock, ObjectState before) {
    present.add(Operation.ofPassing(objects.get(lock.object()), lock, before));
  }

  @Override
  public void touched(long key, boolean isWrite) {
    Operation operation = Operation.of(known.thing(Key.child(key, GUEST_KEY, 0)), isWrite);
    present.addOnce(operation);
    show(operation);
  }

  @Override
  public void held(Stream stream, String text) {
    super.held(stream, text);
    present.addOnce(Operation.ofStream(known, stream));
  }

  @Override
  public void accessed(int task, Place place, Access access, int line) {
    super.accessed(task, place, access, line);
    hasAccessed = true;
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

  /// From now on values count for what an event looks like.
  public final void wantValues() {
    wantsValues = true;
  }

  @Override
  public boolean wantsValues() {
    return wantsValues;
  }

  @Override
  public void valued(String label) {
    values = 31 * values + label.hashCode();
  }

  @Override
  public void timed(int task) {
    moments++;
  }

  @Override
  public void turned(int task) {
    moments++;
  }

  @Override
  public void tired(int task) {
    spins.guess();
  }

  @Override
  public void looked(int task, int object, ObjectState state) {
    super.looked(task, object, state);
    if (object < objects.size() && objects.get(object) >= 0) {
      note(Operation.look(objects.get(object), state));
    }
  }

  @Override
  public void lookedAtTask(int task, int other, boolean hasEnded) {
    super.lookedAtTask(task, other, hasEnded);
    note(Operation.ofTask(known, tasks.key(other), false));
  }

  final void note(Operation operation) {
    present.add(operation);
    show(operation);
  }

  /// Shows to those who wait busily what is done to what is no variable.
  final void show(Operation operation) {
    if (spins.isWatched()) {
      present.enabled.addAll(spins.touched(presentId, operation.shown("", 0)));
    }
  }
}
