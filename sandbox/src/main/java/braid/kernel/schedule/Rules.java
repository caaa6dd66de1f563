package braid.kernel.schedule;

/// What decides an execution besides the program: all of it stands in the trace's header and in the
/// schedule token. Immutable.
///
/// @param isSimulated the small machine decides; otherwise time moves when every task is parked
/// @param seed decides every chance; on the simulated machine 0 means no disturbance at all
/// @param isPortable event loops let any of what is ready go next, not the first
/// @param sliceStatements a busy task is asked again after so many statements (not simulated only)
/// @param stepsRecorded recording stops after so many steps
/// @param hasTracebacks the guest writes tracebacks of exceptions that nobody handles
/// @param tasksMax live tasks
/// @param objectsMax objects in all
public record Rules(
    boolean isSimulated,
    long seed,
    int cores,
    boolean hasGil,
    boolean isPortable,
    int sliceStatements,
    int stepsRecorded,
    boolean hasTracebacks,
    int tasksMax,
    int objectsMax) {

  /// Rules under which event loops go first in, first out, and all that is recorded has tracebacks.
  public Rules(
      boolean isSimulated,
      long seed,
      int cores,
      boolean hasGil,
      int sliceStatements,
      int stepsRecorded,
      int tasksMax,
      int objectsMax) {
    this(
        isSimulated,
        seed,
        cores,
        hasGil,
        false,
        sliceStatements,
        stepsRecorded,
        stepsRecorded > 0,
        tasksMax,
        objectsMax);
  }

  /// What a guest seeds its own random numbers with.
  public long guestSeed() {
    return new Chance(seed, 3).next() >>> 1;
  }
}
