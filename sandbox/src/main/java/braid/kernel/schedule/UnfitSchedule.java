package braid.kernel.schedule;

/// A schedule that belongs to another program, or is no schedule at all; the message says why.
public final class UnfitSchedule extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnfitSchedule(String message) {
    super(message);
  }
}
