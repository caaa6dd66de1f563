package braid.kernel.carrier;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// Tasks are platform threads that hand one baton on: the fallback where virtual threads take no
/// executor of ours. Slower to switch, the same schedule.
public final class PlatformCarrier implements Carrier {
  private static final long STACK_BYTES = 16L << 20;
  private final AtomicInteger alive = new AtomicInteger();

  @Override
  public Seat seat(Runnable body) {
    return new PlatformSeat(body);
  }

  @Override
  public void drain(BooleanSupplier isOver) throws InterruptedException {
    synchronized (alive) {
      while (!isOver.getAsBoolean() || alive.get() > 0) {
        alive.wait(20);
      }
    }
  }

  @Override
  public String threads() {
    return "platform";
  }

  private final class PlatformSeat implements Seat {
    private final Thread thread;
    private final Semaphore baton = new Semaphore(0);
    private boolean isStarted;

    PlatformSeat(Runnable body) {
      Runnable counted =
          () -> {
            try {
              body.run();
            } finally {
              alive.decrementAndGet();
            }
          };
      thread = new Thread(null, counted, "task", STACK_BYTES);
      thread.setDaemon(true);
    }

    @Override
    public void resume() {
      if (!isStarted) {
        isStarted = true;
        alive.incrementAndGet();
        thread.start();
      } else {
        baton.release();
      }
    }

    @Override
    public void await() {
      baton.acquireUninterruptibly();
    }
  }
}
