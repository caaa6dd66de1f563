package braid.explore;

import braid.kernel.Coroutines;
import braid.kernel.Kernel;
import braid.primitive.Loop;
import braid.trace.ObjectType;
import braid.trace.TaskType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An event loop whose tasks are given as their pieces: between two of them each waits for nothing
/// but its turn. Confined to its thread.
final class PlayedLoop {
  private final Coroutines coroutines;
  private final int loop;
  private final Map<Integer, Deque<Runnable>> pieces = new LinkedHashMap<>();
  private final Map<Integer, Integer> ends = new LinkedHashMap<>();
  private int running;

  PlayedLoop(Kernel kernel) {
    this.coroutines = kernel.coroutines();
    this.loop = kernel.add(ObjectType.LOOP, "loop", 0, -1, new Loop());
  }

  void add(Runnable... of) {
    int id = coroutines.start(TaskType.COROUTINE, "task");
    pieces.put(id, new ArrayDeque<>(List.of(of)));
    ends.put(id, coroutines.things().add());
    coroutines.offer(loop, id);
    running++;
  }

  /// Until every task has ended, as who awaits them all.
  void run() {
    while (running > 0) {
      step(coroutines.turn(loop, -1));
    }
    coroutines.turn(loop, -1);
    new ArrayList<>(ends.values()).forEach(coroutines.things()::unseal);
  }

  private void step(int id) {
    Deque<Runnable> left = pieces.get(id);
    coroutines.enter(id);
    left.removeFirst().run();
    if (left.isEmpty()) {
      coroutines.things().seal(ends.get(id));
      coroutines.end("");
    } else {
      coroutines.offer(loop, id);
    }
    coroutines.enter(-1);
    running -= left.isEmpty() ? 1 : 0;
    if (running == 0) {
      coroutines.offer(loop, -1);
    }
  }
}
