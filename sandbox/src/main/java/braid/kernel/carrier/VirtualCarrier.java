package braid.kernel.carrier;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Tasks are virtual threads on one carrier thread, the one that calls [#drain]. A task may also
/// park outside the kernel (a class initialiser, a lock inside the guest): its continuation comes
/// back to the queue by itself, and nobody else runs meanwhile, because only the kernel resumes.
public final class VirtualCarrier implements Carrier {
  /// How long to wait for a task that parks outside the kernel before asking again.
  private static final long PATIENCE_MILLIS = 20;

  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

  /// Whom tasks of this carrier have let go on, as nearly always: no lock is needed for that.
  private final Deque<Runnable> own = new ArrayDeque<>();

  private final Thread.Builder.OfVirtual builder;

  /// The task that resumed another last. Others may read anything here, but never themselves.
  private Thread resuming;

  private VirtualCarrier(Constructor<?> constructor) {
    builder = newBuilder(constructor, this::goOn);
  }

  private void goOn(Runnable continuation) {
    (Thread.currentThread() == resuming ? own : queue).add(continuation);
  }

  /// A carrier, or empty where this JDK does not let us give virtual threads an executor (the hook
  /// is internal: `--add-opens java.base/java.lang=ALL-UNNAMED`).
  public static Optional<VirtualCarrier> tryOpen() {
    try {
      Class<?> type = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      Constructor<?> constructor = type.getDeclaredConstructor(Executor.class);
      constructor.setAccessible(true);
      VirtualCarrier carrier = new VirtualCarrier(constructor);
      return carrier.passesSelfTest() ? Optional.of(carrier) : Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Thread.Builder.OfVirtual newBuilder(
      Constructor<?> constructor, Executor executor) {
    try {
      return (Thread.Builder.OfVirtual) constructor.newInstance(executor);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("virtual threads take no executor here", e);
    }
  }

  private boolean passesSelfTest() {
    StringBuilder order = new StringBuilder();
    Seat[] seats = new Seat[2];
    seats[0] =
        seat(
            () -> {
              order.append("a");
              seats[1].resume();
              seats[0].await();
              order.append("c");
            });
    seats[1] =
        seat(
            () -> {
              order.append(Thread.currentThread().isVirtual() ? "b" : "?");
              seats[0].resume();
            });
    seats[0].resume();
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
    return order.toString().equals("abc");
  }

  private Runnable next() {
    return own.isEmpty() ? queue.poll() : own.poll();
  }

  @Override
  public void drain(BooleanSupplier isOver) throws InterruptedException {
    while (true) {
      Runnable next = next();
      if (next == null && isOver.getAsBoolean()) {
        return;
      }
      if (next == null) {
        next = queue.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      }
      if (next != null) {
        next.run();
      }
    }
  }

  @Override
  public Seat seat(Runnable body) {
    return new VirtualSeat(builder.unstarted(body));
  }

  @Override
  public String threads() {
    return "virtual";
  }

  @Override
  public Carrier reusing() {
    return new ReusingCarrier(this);
  }

  private final class VirtualSeat implements Seat {
    private final Thread thread;
    private boolean isStarted;
    private volatile boolean isResumed;

    VirtualSeat(Thread thread) {
      this.thread = thread;
    }

    @Override
    public void resume() {
      Thread caller = Thread.currentThread();
      if (caller.isVirtual()) {
        resuming = caller;
      }
      if (!isStarted) {
        isStarted = true;
        thread.start();
      } else {
        isResumed = true;
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void await() {
      while (!isResumed) {
        LockSupport.park(this);
        // A guest that is closed interrupts its threads; when they go on is the kernel's to say,
        // and whoever stays interrupted would spin here and let nobody else unwind.
        Thread.interrupted();
      }
      isResumed = false;
    }
  }
}
