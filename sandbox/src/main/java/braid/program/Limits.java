package braid.program;

/// Every bound a guest can reach, in one place. Times in milliseconds, sizes in bytes. Immutable.
///
/// @param wallMillis the longest a run may take on the wall
/// @param heapBytes the memory the program may hold
/// @param outputBytes what it may print
/// @param stepsRecorded after so many steps recording stops and the program goes on
/// @param tasks tasks it may have alive at once
/// @param objects locks, queues and the like it may make
public record Limits(
    long wallMillis, long heapBytes, long outputBytes, int stepsRecorded, int tasks, int objects) {

  /// What a run gets unless an operator says otherwise.
  public static final Limits DEFAULT =
      new Limits(30_000, 512L << 20, 1L << 20, 100_000, 20_000, 200_000);

  public Limits {
    if (wallMillis < 1
        || heapBytes < 1
        || outputBytes < 1
        || stepsRecorded < 1
        || tasks < 1
        || objects < 1) {
      throw new RejectedProgram("every limit is at least 1");
    }
  }

  /// The same with another limit of time.
  public Limits withWallMillis(long millis) {
    return new Limits(millis, heapBytes, outputBytes, stepsRecorded, tasks, objects);
  }
}
