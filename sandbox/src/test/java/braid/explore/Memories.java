package braid.explore;

import braid.explore.Playlet.Lock;
import braid.explore.Playlet.Permits;
import braid.explore.Playlet.Variable;
import java.util.Arrays;

/// Classic bugs about who reads and writes what when, and their correct twins, as playlets.
final class Memories {
  private Memories() {}

  static void lostUpdate(Playlet play, int tasks, int times) {
    Variable x = play.variable("x", 0);
    Runnable[] bodies = new Runnable[tasks];
    for (int i = 0; i < tasks; i++) {
      bodies[i] =
          () -> {
            for (int time = 0; time < times; time++) {
              x.add(1);
            }
          };
    }
    play.together(bodies);
    int sum = x.get();
    play.print(sum + "\n");
    play.check(sum == tasks * times);
  }

  static void overdraft(Playlet play) {
    Variable balance = play.variable("balance", 100);
    Runnable withdraw =
        () -> {
          if (balance.get() >= 80) {
            balance.add(-80);
          }
        };
    play.together(withdraw, withdraw);
    play.check(balance.get() >= 0);
  }

  /// Checked twice around a lock, and shown to others before its field is set.
  static void publishedTooEarly(Playlet play) {
    Lock lock = play.lock();
    Variable instance = play.variable("instance", 0);
    Variable field = play.variable("field", 0);
    Runnable use =
        () -> {
          if (instance.get() == 0) {
            lock.with(
                () -> {
                  if (instance.get() == 0) {
                    instance.set(1);
                    field.set(80);
                  }
                });
          }
          play.check(field.get() == 80);
        };
    play.together(use, use);
  }

  static void wrongLock(Playlet play) {
    Lock a = play.lock();
    Lock b = play.lock();
    Variable x = play.variable("x", 0);
    play.together(
        () -> a.with(() -> x.add(1)), () -> a.with(() -> x.add(1)), () -> b.with(() -> x.add(1)));
    play.check(x.get() == 3);
  }

  static void bluetooth(Playlet play) {
    Variable stopping = play.variable("stopping", 0);
    Variable pending = play.variable("pending", 1);
    Variable stopped = play.variable("stopped", 0);
    Lock lock = play.lock();
    Permits event = play.permits(0);
    Runnable decrement =
        () -> {
          lock.acquire();
          pending.add(-1);
          boolean isLast = pending.get() == 0;
          lock.release();
          if (isLast) {
            event.release();
          }
        };
    play.together(
        () -> {
          if (stopping.get() == 1) {
            return;
          }
          lock.with(() -> pending.add(1));
          play.check(stopped.get() == 0);
          decrement.run();
        },
        () -> {
          stopping.set(1);
          decrement.run();
          event.acquire();
          stopped.set(1);
        });
  }

  static void reorder(Playlet play, int setters, int checkers) {
    Variable a = play.variable("a", 0);
    Variable b = play.variable("b", 0);
    Runnable[] bodies = new Runnable[setters + checkers];
    for (int i = 0; i < setters; i++) {
      bodies[i] =
          () -> {
            a.set(1);
            b.set(-1);
          };
    }
    for (int i = setters; i < bodies.length; i++) {
      bodies[i] =
          () -> play.check((a.get() == 0 && b.get() == 0) || (a.get() == 1 && b.get() == -1));
    }
    play.together(bodies);
  }

  static void twoStage(Playlet play) {
    Lock one = play.lock();
    Lock two = play.lock();
    Variable first = play.variable("first", 0);
    Variable second = play.variable("second", 0);
    play.together(
        () -> {
          one.with(() -> first.set(1));
          two.with(() -> second.set(first.get() + 1));
        },
        () -> {
          one.acquire();
          int seen = first.get();
          one.release();
          if (seen == 0) {
            return;
          }
          two.acquire();
          int then = second.get();
          two.release();
          play.check(then == seen + 1);
        });
  }

  static void stringBuffer(Playlet play) {
    Lock lock = play.lock();
    Variable length = play.variable("length", 5);
    play.together(
        () -> {
          lock.acquire();
          int seen = length.get();
          lock.release();
          lock.with(() -> play.check(length.get() >= seen));
        },
        () -> lock.with(() -> length.set(0)));
  }

  static void lockedCounter(Playlet play, int tasks) {
    Lock lock = play.lock();
    Variable x = play.variable("x", 0);
    Runnable[] bodies = new Runnable[tasks];
    Arrays.fill(bodies, (Runnable) () -> lock.with(() -> x.add(1)));
    play.together(bodies);
    play.check(x.get() == tasks);
  }

  static void writerAndReaders(Playlet play, int readers) {
    Variable x = play.variable("x", 0);
    Runnable[] bodies = new Runnable[readers + 1];
    Arrays.fill(bodies, (Runnable) x::get);
    bodies[readers] = () -> x.set(1);
    play.together(bodies);
  }

  static void storeBuffering(Playlet play) {
    Variable x = play.variable("x", 0);
    Variable y = play.variable("y", 0);
    play.together(
        () -> {
          x.set(1);
          y.get();
        },
        () -> {
          y.set(1);
          x.get();
        });
  }

  static void messagePassing(Playlet play) {
    Variable x = play.variable("x", 0);
    Variable y = play.variable("y", 0);
    play.together(
        () -> {
          x.set(1);
          y.set(1);
        },
        () -> {
          y.get();
          x.get();
        });
  }

  /// Two threads with three increments each: can the sum be two?
  static void resultTwo(Playlet play) {
    Variable x = play.variable("x", 0);
    Runnable add =
        () -> {
          for (int time = 0; time < 3; time++) {
            x.add(1);
          }
        };
    play.together(add, add);
    play.check(x.get() != 2);
  }
}
