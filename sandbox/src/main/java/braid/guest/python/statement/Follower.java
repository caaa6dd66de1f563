package braid.guest.python.statement;

/// Whom the statements of a program are told to. Confined to the task that has control.
public interface Follower {

  /// A statement begins at `line`, or a loop there goes on compiled. Returns the guest function to
  /// call before it is executed, null for none.
  Object enter(int line);

  /// The statement at `line` is over.
  void leave(int line);
}
