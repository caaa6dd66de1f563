package braid.explore;

import braid.kernel.Kernel;
import braid.kernel.memory.Access;
import braid.kernel.memory.Memory;
import braid.kernel.memory.Place;
import braid.primitive.Condition;
import braid.primitive.Flag;
import braid.primitive.Mutex;
import braid.primitive.Semaphore;
import braid.trace.Action;
import braid.trace.ObjectType;
import braid.trace.Outcome;
import braid.trace.Stream;
import braid.trace.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// What a tiny program for an explorer is written with: threads, variables, locks, and a check that
/// fails it. One per execution.
final class Playlet {
  private final Kernel kernel;
  private int line;

  Playlet(Kernel kernel) {
    this.kernel = kernel;
  }

  /// Somebody's check has failed.
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }

  /// A shared number.
  final class Variable {
    private final Place place;
    private int value;
    private final int lineOf = ++line * 10;

    Variable(String name, int value) {
      Memory memory = kernel.memory();
      this.place = memory.place(memory.globals(0), name);
      this.value = value;
    }

    int get() {
      kernel.memory().access(place, Access.READ, lineOf + 1);
      return value;
    }

    void set(int now) {
      kernel.memory().access(place, Access.WRITE, lineOf + 2);
      value = now;
    }

    /// Reads, then writes one more.
    void add(int more) {
      set(get() + more);
    }
  }

  /// A lock.
  final class Lock {
    private final Mutex mutex = Mutex.plain();
    private final int id = kernel.add(ObjectType.LOCK, "lock", 0, -1, mutex);

    int id() {
      return id;
    }

    void acquire() {
      kernel.acquire(id, -1);
    }

    void release() {
      kernel.release(id, 1);
    }

    boolean tryAcquire() {
      return kernel.acquire(id, 0) == Outcome.DONE;
    }

    void with(Runnable body) {
      acquire();
      try {
        body.run();
      } finally {
        release();
      }
    }

    Room room() {
      return new Room(this);
    }
  }

  /// A condition.
  final class Room {
    private final int id;

    Room(Lock lock) {
      id = kernel.add(ObjectType.CONDITION, "room", 0, -1, new Condition(lock.id, lock.mutex));
    }

    void await() {
      kernel.act(new Action.Wait(id), -1);
    }

    int id() {
      return id;
    }

    void signal() {
      kernel.act(new Action.Notify(id, 1), -1);
    }

    void signalAll() {
      kernel.act(new Action.Notify(id, -1), -1);
    }
  }

  /// Permits.
  final class Permits {
    private final int id;

    Permits(int count) {
      id = kernel.add(ObjectType.SEMAPHORE, "permits", 0, -1, Semaphore.unbounded(count));
    }

    void acquire() {
      kernel.acquire(id, -1);
    }

    void release() {
      kernel.release(id, 1);
    }
  }

  /// An event.
  final class Signal {
    private final int id = kernel.add(ObjectType.EVENT, "event", 0, -1, new Flag());

    void raise() {
      kernel.act(new Action.Raise(id), -1);
    }

    boolean isRaised() {
      return ((Flag) kernel.primitive(id)).isSet();
    }

    void lower() {
      kernel.act(new Action.Lower(id), -1);
    }

    void await() {
      kernel.act(new Action.Await(id), -1);
    }
  }

  Signal signal() {
    return new Signal();
  }

  /// Looks again and again until the claim holds, doing nothing else; each round is a statement, as
  /// in a guest.
  void awaitThat(BooleanSupplier claim) {
    kernel.memory().beginWatching();
    while (!claim.getAsBoolean()) {
      kernel.memory().foundNothing();
      if (kernel.statement(kernel.line())) {
        kernel.slice();
      }
    }
  }

  Kernel kernel() {
    return kernel;
  }

  Variable variable(String name, int value) {
    return new Variable(name, value);
  }

  Lock lock() {
    return new Lock();
  }

  Permits permits(int count) {
    return new Permits(count);
  }

  /// Starts these, and waits until all of them have ended.
  void together(Runnable... bodies) {
    List<Integer> tasks = new ArrayList<>();
    for (Runnable body : bodies) {
      tasks.add(kernel.create(TaskType.THREAD, "t" + (tasks.size() + 1), false));
    }
    for (int i = 0; i < bodies.length; i++) {
      Runnable body = bodies[i];
      kernel.start(tasks.get(i), () -> perform(body));
    }
    for (int task : tasks) {
      kernel.join(task, -1);
    }
  }

  /// Starts all but the first as daemons, does the first, and does not wait for them.
  void apart(Runnable... bodies) {
    for (int i = 1; i < bodies.length; i++) {
      Runnable body = bodies[i];
      int task = kernel.create(TaskType.THREAD, "t" + i, true);
      kernel.start(task, () -> perform(body));
    }
    bodies[0].run();
  }

  /// Starts the second as a process, with the third as a daemon in it; does the first, kills the
  /// process, and waits until it is gone.
  void killing(Runnable... bodies) {
    int process = kernel.processes().create("process", false);
    kernel.start(
        process,
        () -> {
          if (bodies.length > 2) {
            int thread = kernel.create(TaskType.THREAD, "thread", true);
            kernel.start(thread, () -> perform(bodies[2]));
          }
          perform(bodies[1]);
        });
    bodies[0].run();
    kernel.processes().kill(process, "killed");
    kernel.join(process, -1);
  }

  /// Runs a task's body; a failed check ends it.
  void perform(Runnable body) {
    try {
      body.run();
    } catch (Failure e) {
      kernel.noteUncaught("AssertionError", e.getMessage(), 1);
    }
  }

  void check(boolean claim) {
    if (!claim) {
      throw new Failure("");
    }
  }

  void print(String text) {
    kernel.print(Stream.STDOUT, text);
  }
}
