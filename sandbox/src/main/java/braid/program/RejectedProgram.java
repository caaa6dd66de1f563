package braid.program;

/// A program that cannot be accepted; the message is a sentence for the user.
public final class RejectedProgram extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RejectedProgram(String message) {
    super(message);
  }
}
