package braid.explore.event;

import braid.detect.Dependence;
import braid.detect.FastTrack;
import braid.detect.Race;
import braid.kernel.memory.Access;
import braid.kernel.memory.Key;
import braid.kernel.memory.Owner;
import braid.kernel.memory.Place;
import braid.kernel.schedule.Observer;
import braid.trace.Action;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import braid.trace.Stream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Looks for data races in one execution. Confined to it.
public class Watch implements Observer {
  private static final int OBJECT_KEY = 10;

  final Known known;
  private final FastTrack detector = new FastTrack();
  private final List<Place> places = new ArrayList<>();
  private final List<Boolean> isContended = new ArrayList<>();

  /// Owners whose parts were seen in an order that a race decides.
  private final Set<Owner> ordered = new LinkedHashSet<>();

  private final List<String> names = new ArrayList<>();

  /// By id, what is known as the object.
  final List<Integer> objects = new ArrayList<>();

  /// Whether what one thread does can come in another order, too, because an event loop lets it.
  private boolean isReordering;

  private int line;
  private int written;

  public Watch(Known known) {
    this.known = known;
  }

  /// The races seen so far.
  public List<Race> races() {
    return detector.races();
  }

  /// Adds the places on which a race was seen; whether there are more than before.
  public boolean hasGrown() {
    int before = known.contended();
    for (Place place : places) {
      boolean isOpen =
          place.isOrder() ? ordered.contains(place.owner()) : detector.isRaced(place.mark());
      if (isOpen) {
        known.addContended(place.key());
      }
    }
    return known.contended() > before;
  }

  private int mark(Place place) {
    int mark = place.mark();
    if (mark >= 0) {
      return mark;
    }
    int whole = place.isWhole() ? -1 : mark(place.owner().whole());
    int made = detector.place(place.name(), whole);
    place.mark(made);
    places.add(place);
    isContended.add(known.isContended(place.key()));
    return made;
  }

  /// A line on which something was touched since [#forget]; 0 for none.
  public final int line() {
    return line;
  }

  /// The same number for the same output since [#forget].
  final int written() {
    return written;
  }

  /// What was touched and written is of no interest any more.
  final void forget() {
    line = 0;
    written = 0;
  }

  final boolean isContended(Place place) {
    return isContended.get(mark(place));
  }

  /// The name of the task `id`.
  public String name(int id) {
    return names.get(id);
  }

  @Override
  public void named(int task, String name) {
    while (names.size() <= task) {
      names.add("");
    }
    names.set(task, name);
  }

  @Override
  public void created(int task, long key, int parent, int process) {
    detector.created(task);
  }

  @Override
  public void began(int agent, long key, int thread) {
    isReordering = true;
  }

  @Override
  public void added(int object, long key) {
    objects.addAll(Collections.nCopies(Math.max(0, object + 1 - objects.size()), -1));
    objects.set(object, known.thing(Key.child(key, OBJECT_KEY, 0)));
  }

  @Override
  public void accessesJoined() {
    known.joinAccesses();
  }

  @Override
  public boolean isPoint(int task, Place place, Access access, int line) {
    return isContended(place) || (access.isInsert() && isContended(place.owner().order()));
  }

  @Override
  public void accessed(int task, Place place, Access access, int line) {
    int mark = mark(place);
    this.line = line;
    switch (access) {
      case READ -> detector.read(task, mark, line);
      case WRITE, INSERT -> detector.write(task, mark, line);
      case ATOMIC_READ, UNORDERED_READ -> detector.readAtomically(task, mark, line);
      case ATOMIC_WRITE, ATOMIC_INSERT -> detector.writeAtomically(task, mark, line);
    }
    if (place.isWhole() && access.seesOrder() && place.owner().hasOrder()) {
      see(place.owner());
    }
  }

  private void see(Owner owner) {
    if (isReordering || detector.isRaced(mark(owner.order()))) {
      ordered.add(owner);
    }
  }

  @Override
  public void acting(int task, Action.OnObject action, ObjectState before) {
    detector.acted(task, action, before);
  }

  @Override
  public void trying(int task, Action.OnObject action, ObjectState before) {
    if (Dependence.isAdmitted(action, before)) {
      detector.acted(task, action, before);
    }
  }

  @Override
  public void acted(int task, Action action, Outcome outcome, List<Integer> woken) {
    if (outcome != Outcome.DONE) {
      return;
    }
    if (action instanceof Action.Start(int child)) {
      detector.order(task, child);
    } else if (action instanceof Action.Print(var _, String text)) {
      written = 31 * written + text.hashCode();
    } else if (action instanceof Action.Join(int child)) {
      detector.order(child, task);
    }
  }

  @Override
  public void looked(int task, int object, ObjectState state) {
    detector.looked(task, object, state);
  }

  @Override
  public void lookedAtTask(int task, int other, boolean hasEnded) {
    if (hasEnded) {
      detector.order(other, task);
    }
  }

  @Override
  public void held(Stream stream, String text) {
    written = 31 * written + text.hashCode();
  }

  @Override
  public void timePassed() {
    detector.timePassed();
  }
}
