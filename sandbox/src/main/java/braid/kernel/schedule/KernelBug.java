package braid.kernel.schedule;

/// We were wrong: a state that cannot be. Thrown at once, with what is needed to see why.
public final class KernelBug extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public KernelBug(String message) {
    super(message);
  }
}
