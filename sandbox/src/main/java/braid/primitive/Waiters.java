package braid.primitive;

import braid.trace.ObjectState;
import java.util.ArrayList;
import java.util.List;

/// Tasks in the order they came, each once.
final class Waiters {
  private final ArrayList<Integer> tasks = new ArrayList<>(2);

  /// What [#all] gave last, while it is still true.
  private List<Integer> snapshot = List.of();

  /// Adds a task at the end; one that is there already keeps its place.
  void add(int task) {
    if (!tasks.contains(task)) {
      tasks.add(task);
      snapshot = null;
    }
  }

  /// Takes a task out; false when it was not there.
  boolean remove(int task) {
    if (tasks.isEmpty() || !tasks.remove((Integer) task)) {
      return false;
    }
    snapshot = tasks.isEmpty() ? List.of() : null;
    return true;
  }

  boolean contains(int task) {
    return tasks.contains(task);
  }

  int size() {
    return tasks.size();
  }

  boolean isEmpty() {
    return tasks.isEmpty();
  }

  /// Takes all out and gives them.
  List<Integer> removeAll() {
    List<Integer> all = all();
    tasks.clear();
    snapshot = List.of();
    return all;
  }

  /// All of them, unchangeable.
  List<Integer> all() {
    if (snapshot == null) {
      snapshot = List.copyOf(tasks);
    }
    return snapshot;
  }

  /// Those a picture lists.
  List<Integer> shown() {
    List<Integer> all = all();
    return all.size() <= ObjectState.SHOWN_MAX ? all : all.subList(0, ObjectState.SHOWN_MAX);
  }
}
