package braid.kernel;

import braid.primitive.Barrier;
import braid.primitive.Channel;
import braid.primitive.Condition;
import braid.primitive.Flag;
import braid.primitive.Mutex;
import braid.primitive.Primitive;
import braid.primitive.Semaphore;
import braid.trace.Action;
import braid.trace.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Scripts nobody thought of, each from a seed: a few tasks, a few actions each, on one object of
/// every kind, mistakes and deadlocks included.
final class RandomScripts {
  /// Object ids: the places in the list.
  static final Supplier<List<Primitive>> OBJECTS =
      () -> {
        Mutex lock = Mutex.plain();
        return List.of(
            lock,
            Mutex.reentrant(),
            new Condition(0, lock),
            Semaphore.bounded(1),
            new Flag(),
            new Channel(Order.FIFO, 1),
            new Barrier(2));
      };

  private RandomScripts() {}

  static Script of(long seed, int tasks, int actions) {
    Random random = new Random(seed);
    List<List<Action>> bodies = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      List<Action> body = new ArrayList<>();
      while (body.size() < actions) {
        body.addAll(phrase(random));
      }
      bodies.add(body);
    }
    return Script.of(OBJECTS, bodies);
  }

  private static List<Action> phrase(Random random) {
    return switch (random.nextInt(12)) {
      case 0, 1 -> List.of(new Action.Acquire(0), new Action.Release(0, 1));
      case 2 -> List.of(new Action.Acquire(1), new Action.Acquire(0), new Action.Release(0, 1));
      case 3 -> List.of(new Action.Acquire(0), new Action.Wait(2), new Action.Release(0, 1));
      case 4 -> List.of(new Action.Acquire(0), new Action.Notify(2, 1), new Action.Release(0, 1));
      case 5 -> List.of(new Action.Acquire(3), new Action.Release(3, 1));
      case 6 -> List.of(new Action.Release(random.nextInt(2), 1));
      case 7 -> List.of(new Action.Raise(4));
      case 8 -> List.of(new Action.Await(4), new Action.Lower(4));
      case 9 -> List.of(new Action.Put(5, "item"));
      case 10 -> List.of(new Action.Get(5, ""));
      default -> List.of(new Action.Arrive(6), new Action.Pass(6));
    };
  }
}
