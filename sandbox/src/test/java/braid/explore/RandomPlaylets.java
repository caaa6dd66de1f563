package braid.explore;

import braid.explore.Playlet.Lock;
import braid.explore.Playlet.Permits;
import braid.explore.Playlet.Room;
import braid.explore.Playlet.Signal;
import braid.explore.Playlet.Variable;
import braid.kernel.Kernel;
import braid.primitive.Barrier;
import braid.primitive.Channel;
import braid.trace.Action;
import braid.trace.ObjectType;
import braid.trace.Order;
import braid.trace.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Playlets nobody thought of, each from a seed: a few tasks that read, write, lock, wait and fail;
/// what each of them read is printed at the end.
final class RandomPlaylets {
  private final Playlet play;
  private final Kernel kernel;
  private final Variable x;
  private final Variable y;
  private final Lock lock;
  private final Room room;
  private final Permits permits;
  private final Signal signal;
  private final int queue;
  private final int barrier;

  private RandomPlaylets(Playlet play) {
    this.play = play;
    this.kernel = play.kernel();
    this.x = play.variable("x", 0);
    this.y = play.variable("y", 0);
    this.lock = play.lock();
    this.room = lock.room();
    this.permits = play.permits(1);
    this.signal = play.signal();
    this.queue = kernel.add(ObjectType.QUEUE, "queue", 0, -1, new Channel(Order.FIFO, 1));
    this.barrier = kernel.add(ObjectType.BARRIER, "barrier", 0, -1, new Barrier(2));
  }

  static Consumer<Playlet> of(long seed, int tasks, int phrases) {
    return of(seed, tasks, phrases, 0, 18);
  }

  /// As above, with sleeps, waits that give up, output, and looks that change nothing.
  static Consumer<Playlet> timed(long seed, int tasks, int phrases) {
    return of(seed, tasks, phrases, 9, 24);
  }

  /// Reads, writes and locks, among loops that look until somebody has written.
  static Consumer<Playlet> busy(long seed, int tasks, int phrases) {
    return of(seed, tasks, phrases, List.of(0, 1, 2, 3, 4, 5, 11, 15, 16, 24, 24, 25, 25));
  }

  /// Some of them daemons, which are cut off when the first has ended.
  static Consumer<Playlet> leaving(long seed, int tasks, int phrases) {
    List<Integer> all = IntStream.range(0, 30).filter(i -> i < 24 || i > 25).boxed().toList();
    return of(seed, tasks, phrases, all, Playlet::apart, false);
  }

  /// Some of them in a process, which the first one kills.
  static Consumer<Playlet> killing(long seed, int tasks, int phrases) {
    List<Integer> all = IntStream.range(5, 24).filter(i -> i != 15).boxed().toList();
    return of(seed, tasks, phrases, all, Playlet::killing, true);
  }

  /// Checks that fail while others wait for what the failing task holds.
  static Consumer<Playlet> failing(long seed, int tasks, int phrases) {
    return of(seed, tasks, phrases, List.of(0, 1, 2, 4, 5, 9, 10, 14, 15, 26, 26, 27, 28, 28, 29));
  }

  private static Consumer<Playlet> of(long seed, int tasks, int phrases, int from, int to) {
    return of(seed, tasks, phrases, IntStream.range(from, to).boxed().toList());
  }

  private static Consumer<Playlet> of(long seed, int tasks, int phrases, List<Integer> among) {
    return of(seed, tasks, phrases, among, Playlet::together, true);
  }

  private static Consumer<Playlet> of(
      long seed,
      int tasks,
      int phrases,
      List<Integer> among,
      BiConsumer<Playlet, Runnable[]> perform,
      boolean areAllOver) {
    return play -> {
      RandomPlaylets objects = new RandomPlaylets(play);
      Random random = new Random(seed);
      List<List<Integer>> bodies = new ArrayList<>();
      StringBuilder[] seen = new StringBuilder[tasks];
      Runnable[] runs = new Runnable[tasks];
      for (int task = 0; task < tasks; task++) {
        seen[task] = new StringBuilder();
        List<Integer> body = new ArrayList<>();
        for (int i = 0; i < phrases; i++) {
          body.add(among.get(random.nextInt(among.size())));
        }
        bodies.add(body);
        int self = task;
        runs[task] = () -> body.forEach(phrase -> objects.perform(phrase, self, seen[self]));
      }
      perform.accept(play, runs);
      StringBuilder all = new StringBuilder();
      for (StringBuilder of : seen) {
        all.append(areAllOver ? of : "").append(' ');
      }
      play.print(all + "" + objects.x.get() + objects.y.get());
    };
  }

  private void perform(int phrase, int self, StringBuilder seen) {
    switch (phrase) {
      case 0 -> seen.append(x.get());
      case 1 -> x.set(self + 1);
      case 2 -> y.add(1);
      case 3 -> seen.append(y.get());
      case 4 -> lock.with(() -> x.add(1));
      case 5 -> lock.with(() -> {});
      case 6 -> lock.with(room::await);
      case 7 -> lock.with(room::signal);
      case 8 -> lock.with(room::signalAll);
      case 9 -> permits.acquire();
      case 10 -> permits.release();
      case 11 -> signal.raise();
      case 12 -> signal.await();
      case 13 -> kernel.act(new Action.Put(queue, "item"), -1);
      case 14 -> kernel.act(new Action.Get(queue, ""), -1);
      case 15 -> play.check(x.get() + y.get() < 2);
      case 16 -> seen.append(kernel.acquire(lock.id(), 0));
      case 17 -> {
        kernel.act(new Action.Arrive(barrier), -1);
        kernel.act(new Action.Pass(barrier), -1);
      }
      case 18 -> kernel.sleep(10);
      case 19 -> kernel.sleep(5);
      case 20 -> {
        boolean isTaken = kernel.acquire(lock.id(), 7) == Outcome.DONE;
        seen.append(isTaken);
        kernel.sleep(4);
        if (isTaken) {
          lock.release();
        }
      }
      case 21 -> lock.with(() -> seen.append(kernel.act(new Action.Wait(room.id()), 3)));
      case 22 -> play.print("" + self);
      case 24 -> play.awaitThat(() -> x.get() != 0);
      case 25 -> play.awaitThat(() -> y.get() != 0 || x.get() == 2 - self);
      case 26 -> lock.with(() -> play.check(x.get() == 0));
      case 27 -> {
        lock.acquire();
        play.check(y.get() == 0);
        lock.release();
      }
      case 28 -> {
        permits.acquire();
        play.check(x.get() + y.get() == 0);
        permits.release();
      }
      case 29 -> {
        kernel.act(new Action.Put(queue, "item"), -1);
        play.check(y.get() == 0);
      }
      default -> {
        kernel.look();
        seen.append(signal.isRaised());
      }
    }
  }
}
