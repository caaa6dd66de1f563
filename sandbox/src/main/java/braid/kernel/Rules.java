package braid.kernel;

import braid.kernel.schedule.Chance;

/// What decides an execution besides the program: all of it stands in the trace's header and in the
/// schedule token. Immutable.
///
/// @param isSimulated the small machine decides (see [Machine]); otherwise time moves only when
///     every task is parked
/// @param seed decides every chance; on the simulated machine 0 means no disturbance at all
/// @param sliceStatements a busy task is asked again after so many statements (not simulated only)
/// @param stepsRecorded recording stops after so many steps
/// @param tasksMax live tasks
/// @param objectsMax objects in all
public record Rules(
    boolean isSimulated,
    long seed,
    int cores,
    boolean hasGil,
    int sliceStatements,
    int stepsRecorded,
    int tasksMax,
    int objectsMax) {

  /// What a guest seeds its own random numbers with.
  public long guestSeed() {
    return new Chance(seed, 3).next() >>> 1;
  }
}
