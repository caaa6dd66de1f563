package braid.primitive;

import braid.trace.Action;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// All the ways in which a few tasks can do their lists of actions, each from fresh primitives.
///
/// @param make the primitives; object ids are places in the list
/// @param tasks what each task does, in order
record Interleavings(Supplier<List<Primitive>> make, List<List<Action.OnObject>> tasks) {

  /// One way: which task went when, and whether all came to their end.
  record Way(List<Integer> order, boolean isComplete) {}

  static Interleavings of(Supplier<Primitive> make, List<Action.OnObject> task, int count) {
    return new Interleavings(() -> List.of(make.get()), Collections.nCopies(count, task));
  }

  List<Way> all() {
    List<Way> ways = new ArrayList<>();
    explore(new ArrayList<>(), ways);
    return ways;
  }

  long stuck() {
    return all().stream().filter(way -> !way.isComplete()).count();
  }

  private void explore(List<Integer> prefix, List<Way> ways) {
    Position position = new Position(make.get(), new int[tasks.size()]);
    prefix.forEach(task -> position.step(task, tasks));
    boolean isEnd = true;
    for (int task = 0; task < tasks.size(); task++) {
      if (position.canStep(task, tasks)) {
        isEnd = false;
        prefix.addLast(task);
        explore(prefix, ways);
        prefix.removeLast();
      }
    }
    if (isEnd) {
      ways.add(new Way(List.copyOf(prefix), position.isAtEnd(tasks)));
    }
  }

  private record Position(List<Primitive> objects, int[] done) {

    Optional<Action.OnObject> next(int task, List<List<Action.OnObject>> tasks) {
      List<Action.OnObject> todo = tasks.get(task);
      return done[task] < todo.size() ? Optional.of(todo.get(done[task])) : Optional.empty();
    }

    boolean canStep(int task, List<List<Action.OnObject>> tasks) {
      return next(task, tasks)
          .filter(action -> objects.get(action.object()).isEnabled(task, action))
          .isPresent();
    }

    void step(int task, List<List<Action.OnObject>> tasks) {
      Action.OnObject action = next(task, tasks).orElseThrow();
      objects.get(action.object()).apply(task, action);
      done[task]++;
    }

    boolean isAtEnd(List<List<Action.OnObject>> tasks) {
      for (int task = 0; task < tasks.size(); task++) {
        if (done[task] < tasks.get(task).size()) {
          return false;
        }
      }
      return true;
    }
  }
}
