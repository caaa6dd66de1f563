package braid.explore;

import braid.explore.Playlet.Lock;
import braid.explore.Playlet.Permits;
import braid.explore.Playlet.Room;
import braid.explore.Playlet.Variable;
import java.util.ArrayList;
import java.util.List;

/// Classic bugs about who waits for whom, and their correct twins, as playlets.
final class Meetings {
  private Meetings() {}

  static void twoLocks(Playlet play) {
    Lock one = play.lock();
    Lock two = play.lock();
    play.together(
        () -> one.with(() -> two.with(() -> {})), () -> two.with(() -> one.with(() -> {})));
  }

  static void dining(Playlet play, int count, boolean isOrdered) {
    List<Lock> forks = new ArrayList<>();
    Runnable[] bodies = new Runnable[count];
    for (int i = 0; i < count; i++) {
      forks.add(play.lock());
    }
    for (int i = 0; i < count; i++) {
      int left = i;
      int right = (i + 1) % count;
      Lock first = forks.get(isOrdered ? Math.min(left, right) : left);
      Lock second = forks.get(isOrdered ? Math.max(left, right) : right);
      bodies[i] = () -> first.with(() -> second.with(() -> {}));
    }
    play.together(bodies);
  }

  static void lostWakeup(Playlet play) {
    Lock lock = play.lock();
    Room room = lock.room();
    Variable ready = play.variable("ready", 0);
    play.together(
        () -> {
          if (ready.get() == 0) {
            lock.with(room::await);
          }
        },
        () -> {
          ready.set(1);
          lock.with(room::signal);
        });
  }

  static void repairedWakeup(Playlet play) {
    Lock lock = play.lock();
    Room room = lock.room();
    Variable ready = play.variable("ready", 0);
    play.together(
        () ->
            lock.with(
                () -> {
                  while (ready.get() == 0) {
                    room.await();
                  }
                }),
        () ->
            lock.with(
                () -> {
                  ready.set(1);
                  room.signal();
                }));
  }

  static void notifyBeforeWait(Playlet play) {
    Lock lock = play.lock();
    Room room = lock.room();
    play.together(() -> lock.with(room::await), () -> lock.with(room::signal));
  }

  /// One producer of two items, two consumers of one, one place.
  static void buffer(Playlet play, boolean isWhile, boolean isAll) {
    Buffer of = new Buffer(play, isWhile, isAll);
    play.together(
        () -> {
          of.put.run();
          of.put.run();
        },
        of.get,
        of.get);
  }

  /// Two producers and two consumers of one item, one place.
  static void bufferOfTwoProducers(Playlet play) {
    Buffer of = new Buffer(play, true, true);
    play.together(of.put, of.put, of.get, of.get);
  }

  private static final class Buffer {
    final Runnable put;
    final Runnable get;

    Buffer(Playlet play, boolean isWhile, boolean isAll) {
      Lock lock = play.lock();
      Room room = lock.room();
      Variable size = play.variable("size", 0);
      Runnable tell = isAll ? room::signalAll : room::signal;
      put =
          () ->
              lock.with(
                  () -> {
                    awaitNot(size, 1, room, isWhile);
                    play.check(size.get() < 1);
                    size.add(1);
                    tell.run();
                  });
      get =
          () ->
              lock.with(
                  () -> {
                    awaitNot(size, 0, room, isWhile);
                    play.check(size.get() > 0);
                    size.add(-1);
                    tell.run();
                  });
    }
  }

  private static void awaitNot(Variable size, int value, Room room, boolean isWhile) {
    if (size.get() == value) {
      do {
        room.await();
      } while (isWhile && size.get() == value);
    }
  }

  static void homeMadeBarrier(Playlet play) {
    Variable arrived = play.variable("arrived", 0);
    Playlet.Signal all = play.signal();
    Runnable arrive =
        () -> {
          int now = arrived.get() + 1;
          arrived.set(now);
          if (now == 2) {
            all.raise();
          }
          all.await();
        };
    play.together(arrive, arrive);
  }

  static void semaphoresInTheWrongOrder(Playlet play) {
    Permits mutex = play.permits(1);
    Permits items = play.permits(0);
    play.together(
        () -> {
          mutex.acquire();
          items.acquire();
          mutex.release();
        },
        () -> {
          mutex.acquire();
          items.release();
          mutex.release();
        });
  }

  /// Two tasks, a lock each: nothing to order.
  static void twoLocksApart(Playlet play) {
    Lock one = play.lock();
    Lock two = play.lock();
    play.together(() -> one.with(() -> {}), () -> two.with(() -> {}));
  }
}
