package braid.kernel.carrier;

/// Unwinds a task of a run that is over. Carries no stack: it is thrown for every task left.
public final class RunEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// For a guest whose own unwinding has swallowed it.
  public static RunEnded again() {
    return new RunEnded();
  }

  public RunEnded() {
    super("the run is over", null, false, false);
  }
}
