package braid.detect;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds data races in one execution by happens-before, with epochs in the place of vector clocks
/// wherever one task is enough (Flanagan and Freund, "FastTrack", PLDI 2009). Only synchronisation
/// orders; each pair of lines of a place is reported once. Confined to one run.
///
/// Tasks, objects and places are small numbers.
public final class FastTrack {
  private final List<VectorClock> tasks = new ArrayList<>();
  private final List<VectorClock> objects = new ArrayList<>();
  private final List<Shadow> places = new ArrayList<>();
  private final Map<Pair, Race> races = new LinkedHashMap<>();
  private int accesses;

  /// What makes a race another one: its place, and who does what there at which lines.
  private record Pair(String place, Spot first, Spot second) {}

  private record Spot(int task, int line, boolean isWrite) {
    static Spot of(Race.Side side) {
      return new Spot(side.task(), side.line(), side.isWrite());
    }
  }

  /// What is remembered of a place: the last write, and the reads since then.
  private static final class Shadow {
    final String name;
    final List<Shadow> meets = new ArrayList<>(2);
    int writer = -1;
    int writeTime;
    int writeLine;
    int writeAt;
    boolean isWriteAtomic;
    int[] readers = new int[2];
    int[] readTimes = new int[2];
    int[] readLines = new int[2];
    int[] readAts = new int[2];
    boolean[] areReadsAtomic = new boolean[2];
    int reads;
    boolean isRaced;

    Shadow(String name) {
      this.name = name;
      meets.add(this);
    }

    Race.Side lastWrite() {
      return new Race.Side(writer, writeLine, true, writeAt);
    }

    Race.Side lastRead(int by) {
      return new Race.Side(readers[by], readLines[by], false, readAts[by]);
    }

    void read(int task, int time, int line, int access, boolean isAtomic) {
      int at = 0;
      while (at < reads && readers[at] != task) {
        at++;
      }
      if (at == reads) {
        if (reads == readers.length) {
          readers = Arrays.copyOf(readers, reads * 2);
          readTimes = Arrays.copyOf(readTimes, reads * 2);
          readLines = Arrays.copyOf(readLines, reads * 2);
          readAts = Arrays.copyOf(readAts, reads * 2);
          areReadsAtomic = Arrays.copyOf(areReadsAtomic, reads * 2);
        }
        reads++;
      }
      readers[at] = task;
      readTimes[at] = time;
      readLines[at] = line;
      readAts[at] = access;
      areReadsAtomic[at] = isAtomic;
    }
  }

  /// A task exists; `parent` is -1 for the first.
  public void created(int task) {
    while (tasks.size() <= task) {
      VectorClock clock = new VectorClock();
      clock.set(tasks.size(), 1);
      tasks.add(clock);
    }
  }

  /// A new place; `whole` is the place of the owner it is a part of, -1 for none.
  public int place(String name, int whole) {
    Shadow made = new Shadow(name);
    places.add(made);
    if (whole >= 0) {
      Shadow of = places.get(whole);
      made.meets.add(of);
      of.meets.add(made);
    }
    return places.size() - 1;
  }

  /// Whether a race has been seen there.
  public boolean isRaced(int place) {
    return places.get(place).isRaced;
  }

  public void read(int task, int place, int line) {
    read(task, place, line, false);
  }

  /// Two accesses in one piece are no race, but their order counts as if they were.
  public void readAtomically(int task, int place, int line) {
    read(task, place, line, true);
  }

  public void write(int task, int place, int line) {
    write(task, place, line, false);
  }

  /// As [#readAtomically], for a write.
  public void writeAtomically(int task, int place, int line) {
    write(task, place, line, true);
  }

  private void read(int task, int place, int line, boolean isAtomic) {
    VectorClock clock = tasks.get(task);
    Shadow shadow = places.get(place);
    int at = accesses++;
    for (int i = 0; i < shadow.meets.size(); i++) {
      Shadow met = shadow.meets.get(i);
      if (met.writer >= 0 && met.writeTime > clock.of(met.writer)) {
        shadow.isRaced = true;
        met.isRaced = true;
        if (!isAtomic || !met.isWriteAtomic) {
          report(shadow, met.lastWrite(), new Race.Side(task, line, false, at));
        }
      }
    }
    shadow.read(task, clock.of(task), line, at, isAtomic);
  }

  private void write(int task, int place, int line, boolean isAtomic) {
    VectorClock clock = tasks.get(task);
    Shadow shadow = places.get(place);
    Race.Side self = new Race.Side(task, line, true, accesses++);
    for (int i = 0; i < shadow.meets.size(); i++) {
      Shadow met = shadow.meets.get(i);
      if (met.writer >= 0 && met.writeTime > clock.of(met.writer)) {
        shadow.isRaced = true;
        met.isRaced = true;
        if (!isAtomic || !met.isWriteAtomic) {
          report(shadow, met.lastWrite(), self);
        }
      }
      for (int r = 0; r < met.reads; r++) {
        if (met.readTimes[r] > clock.of(met.readers[r])) {
          shadow.isRaced = true;
          met.isRaced = true;
          if (!isAtomic || !met.areReadsAtomic[r]) {
            report(shadow, met.lastRead(r), self);
          }
        }
      }
    }
    shadow.writer = task;
    shadow.writeTime = clock.of(task);
    shadow.writeLine = line;
    shadow.writeAt = self.at();
    shadow.isWriteAtomic = isAtomic;
    shadow.reads = 0;
  }

  private void report(Shadow shadow, Race.Side first, Race.Side second) {
    races.putIfAbsent(
        new Pair(shadow.name, Spot.of(first), Spot.of(second)),
        new Race(shadow.name, first, second));
  }

  /// An action happened; `before` is its object as it was before.
  public void acted(int task, Action.OnObject action, ObjectState before) {
    Dependence.Use use = Dependence.useOf(action);
    synchronise(task, action.object(), use);
    if (before instanceof ObjectState.Condition room) {
      boolean isTaken = action instanceof Action.Resume;
      if (isTaken || action instanceof Action.Wait) {
        synchronise(task, room.lock(), isTaken ? Dependence.Use.TAKE : Dependence.Use.GIVE);
      }
    }
  }

  private void synchronise(int task, int object, Dependence.Use use) {
    while (objects.size() <= object) {
      objects.add(new VectorClock());
    }
    if (use.isJoin()) {
      tasks.get(task).join(objects.get(object));
    }
    if (use.isPublication()) {
      objects.get(object).join(tasks.get(task));
      advance(task);
    }
  }

  /// A task looked at an object. Where that has a lock inside, or says that something has happened,
  /// the task knows what those knew who made it so; a lock says nothing.
  public void looked(int task, int object, ObjectState state) {
    if (!(state instanceof ObjectState.Mutex || state instanceof ObjectState.Condition)) {
      synchronise(task, object, Dependence.Use.OBSERVE);
    }
  }

  /// What `from` has done happens before whatever `to` does next: it started it, or has ended and
  /// is joined by it.
  public void order(int from, int to) {
    tasks.get(to).join(tasks.get(from));
    advance(from);
  }

  /// Everything so far happens before everything from now on.
  public void timePassed() {
    VectorClock all = VectorClock.joined(tasks);
    for (int task = 0; task < tasks.size(); task++) {
      tasks.get(task).join(all);
      advance(task);
    }
  }

  private void advance(int task) {
    VectorClock clock = tasks.get(task);
    clock.set(task, clock.of(task) + 1);
  }

  /// The races so far, in the order they were seen.
  public List<Race> races() {
    return List.copyOf(races.values());
  }
}
