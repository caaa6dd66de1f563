package braid.detect;

import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.ObjectState;
import braid.trace.ObjectType;
import braid.trace.Outcome;
import braid.trace.TaskType;
import java.util.ArrayList;
import java.util.List;

/// A trace written by hand: main is task 0; locks, conditions and queues are numbered as added.
final class Tape {
  final List<Entry> entries = new ArrayList<>();
  private int objects;
  private int tasks;
  private int steps;

  Tape() {
    task("main");
  }

  int task(String name) {
    entries.add(new Entry.TaskAdded(tasks, TaskType.THREAD, name, 0, 0, false));
    return tasks++;
  }

  int lock(String name) {
    return add(ObjectType.LOCK, name, new ObjectState.Mutex(-1, 0, List.of()));
  }

  int condition(String name, int lock) {
    return add(ObjectType.CONDITION, name, new ObjectState.Condition(lock, List.of()));
  }

  int add(ObjectType type, String name, ObjectState state) {
    entries.add(new Entry.ObjectAdded(objects, type, name, 0, 1, -1, state));
    return objects++;
  }

  Tape act(int task, int line, Action action, Change... changes) {
    entries.add(new Entry.Step(steps++, 0, 0, task, line, action, Outcome.DONE, List.of(changes)));
    return this;
  }

  /// Takes these locks one after another, each a line further down, and gives them back.
  Tape nest(int task, int line, int... locks) {
    for (int i = 0; i < locks.length; i++) {
      act(task, line + i, new Action.Acquire(locks[i]));
    }
    for (int i = locks.length - 1; i >= 0; i--) {
      act(task, line + i, new Action.Release(locks[i], 1));
    }
    return this;
  }
}
