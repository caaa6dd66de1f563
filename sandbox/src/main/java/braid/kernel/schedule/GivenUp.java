package braid.kernel.schedule;

/// A strategy goes no further: the execution has had so many steps, which is a limit reached.
public final class GivenUp extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final long steps;

  public GivenUp(long steps) {
    super("given up after " + steps + " steps", null, false, false);
    this.steps = steps;
  }

  public long steps() {
    return steps;
  }
}
