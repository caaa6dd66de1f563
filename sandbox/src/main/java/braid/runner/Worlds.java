package braid.runner;

import braid.guest.Guest;
import braid.guest.World;
import braid.kernel.Kernel;
import braid.kernel.carrier.Carrier;
import braid.kernel.schedule.Strategy;
import braid.program.Program;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Where the executions of one program happen. A program of threads and event loops is executed
/// again and again in one world, which puts its state back. One with processes has a fresh world
/// for each execution, opened ahead by a thread of ours: the state that its processes leave behind
/// in the standard library is not put back, and a wrong verdict would be worse than a slow one.
///
/// [#next] and [#over] are called in turn by the thread that explores; [#close] by any.
abstract sealed class Worlds implements AutoCloseable {
  private static final Pattern WITH_PROCESSES =
      Pattern.compile(
          "^[ \\t]*(?:import|from)[ \\t]+[^#\\n]*\\b(?:multiprocessing|subprocess)\\b"
              + "|\\b(?:ProcessPoolExecutor|create_subprocess_exec|create_subprocess_shell"
              + "|import_module|__import__)\\b",
          Pattern.MULTILINE);

  /// Those of a program, the first of which is `first`.
  static Worlds of(Program program, World first, Guest guest) {
    return WITH_PROCESSES.matcher(program.source()).find()
        ? new Fresh(program, first, guest)
        : new Same(first);
  }

  /// Whether each execution has one of its own, which takes a while to make.
  final boolean areFresh() {
    return this instanceof Fresh;
  }

  /// The world of the next execution.
  abstract World next() throws InterruptedException;

  /// From now on nobody waits for a world. Thread-safe.
  abstract void stop();

  /// The execution in this world has unwound.
  abstract void over(World world);

  /// Ends what still runs in any of them.
  @Override
  public abstract void close();

  private static final class Same extends Worlds {
    private final World world;

    Same(World world) {
      this.world = world;
    }

    @Override
    World next() {
      return world;
    }

    @Override
    void stop() {}

    @Override
    void over(World world) {}

    @Override
    public void close() {
      world.close();
    }
  }

  private static final class Fresh extends Worlds {
    /// So many are open and not used yet.
    private static final int AHEAD = 2;

    private static final long PATIENCE_MILLIS = 20;

    private final Program program;
    private final Guest guest;
    private final Carrier carrier = WorkerMain.newCarrier();
    private final BlockingQueue<World> ready = new LinkedBlockingQueue<>(AHEAD);
    private final BlockingQueue<World> used = new LinkedBlockingQueue<>();
    private final Thread opener;
    private volatile World present;
    private volatile boolean isStopped;
    private volatile boolean isClosed;

    Fresh(Program program, World first, Guest guest) {
      this.program = program;
      this.guest = guest;
      this.present = first;
      opener = Thread.ofPlatform().daemon().name("opener").start(() -> keepReady(first));
    }

    /// All are loaded alike, the first one too: what is made meanwhile has the same keys in each.
    /// Nobody interrupts it: a world that is being opened reads files, which would then be closed.
    private void keepReady(World first) {
      try {
        for (World next = first; isKept(next); next = guest.open()) {
          closeUsed();
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    /// Loads the world, and waits until there is room for it; false when none is wanted any more.
    private boolean isKept(World world) throws InterruptedException {
      load(world);
      while (!isClosed) {
        if (ready.offer(world, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
        closeUsed();
      }
      used.add(world);
      return false;
    }

    private void load(World world) throws InterruptedException {
      Kernel kernel =
          new Kernel(
              Schedules.unrecorded(program, program.settings()), Strategy.keep(), carrier, _ -> {});
      kernel.begin("MainThread", world.loading(program, kernel));
      carrier.drain(kernel::isOver);
    }

    private void closeUsed() {
      for (World old = used.poll(); old != null; old = used.poll()) {
        old.close();
      }
    }

    @Override
    World next() throws InterruptedException {
      World next = ready.poll();
      while (next == null) {
        if (isStopped) {
          throw new InterruptedException("no further world is wanted");
        }
        next = ready.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      present = next;
      return next;
    }

    @Override
    void stop() {
      isStopped = true;
    }

    @Override
    void over(World world) {
      used.add(world);
    }

    @Override
    public void close() {
      isClosed = true;
      present.close();
      try {
        opener.join();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
      closeUsed();
      for (World unused = ready.poll(); unused != null; unused = ready.poll()) {
        unused.close();
      }
    }
  }
}
