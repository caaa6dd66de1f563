package braid.detect;

/// Two accesses of one place, at least one of them a write, that nothing orders. Immutable.
///
/// @param place its name
public record Race(String place, Side first, Side second) {

  /// One of the two.
  ///
  /// @param at so many accesses were made before it in its execution
  public record Side(int task, int line, boolean isWrite, int at) {}
}
