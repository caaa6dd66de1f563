package braid.kernel.carrier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/// Tasks are carried by another carrier, whose seats serve one task after another: a guest that
/// knows a thread need not get to know a new one for each of thousands of executions. Confined to
/// the carrier.
final class ReusingCarrier implements Carrier {
  private final Carrier carrier;
  private final Deque<ReusedSeat> idle = new ArrayDeque<>();
  private boolean isClosed;

  ReusingCarrier(Carrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public Seat seat(Runnable body) {
    ReusedSeat seat = idle.isEmpty() ? new ReusedSeat() : idle.removeLast();
    seat.body = body;
    return seat;
  }

  @Override
  public void drain(BooleanSupplier isOver) throws InterruptedException {
    carrier.drain(isOver);
  }

  @Override
  public String threads() {
    return carrier.threads();
  }

  @Override
  public Carrier reusing() {
    return this;
  }

  @Override
  public void close() throws InterruptedException {
    isClosed = true;
    idle.forEach(Seat::resume);
    idle.clear();
    carrier.drain(() -> true);
  }

  private final class ReusedSeat implements Seat {
    private final Seat seat = carrier.seat(this::live);
    private Runnable body = () -> {};
    private boolean isRetired;

    private void live() {
      while (!isRetired && !isClosed) {
        body.run();
        if (!isRetired) {
          idle.addLast(this);
          seat.await();
        }
      }
    }

    @Override
    public void resume() {
      seat.resume();
    }

    @Override
    public void await() {
      seat.await();
    }

    @Override
    public void retire() {
      isRetired = true;
    }
  }
}
