package braid.kernel.carrier;

import java.util.function.BooleanSupplier;

/// Carries tasks so that exactly one runs at a time, and control passes only where the kernel hands
/// it over.
public interface Carrier {

  /// One task's place to run and to wait. Its methods are called by the task that has control.
  interface Seat {
    /// Gives control to the task of this seat (starting it the first time). The caller must then
    /// wait in its own seat, or end.
    void resume();

    /// Waits until this seat is resumed; called on the seat's own task.
    void await();

    /// The task was cut off in the middle of something: its seat serves no other.
    default void retire() {}
  }

  /// A seat for a task that will run `body`.
  Seat seat(Runnable body);

  /// Lends the calling thread to the tasks, until `isOver` says so and no task is left that runs.
  void drain(BooleanSupplier isOver) throws InterruptedException;

  /// What carries the tasks: "virtual" or "platform" threads.
  String threads();

  /// A carrier for many runs, one after another, on threads that serve again; the same one where
  /// they can't. To be closed.
  default Carrier reusing() {
    return this;
  }

  /// Ends the threads that wait to serve again.
  default void close() throws InterruptedException {}
}
