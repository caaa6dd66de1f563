package braid.kernel.cost;

/// What one task has done in vain since it last got anywhere, and when that has lasted long enough.
/// Times are in nanoseconds; 0 where it has patience left. Confined to the task that has control.
public final class Patience {
  private static final int STATEMENTS_PER_LOOK = 500;

  private int looks;
  private long statements;
  private boolean isHeld;
  private int overtaken;
  private long overtakenSince;

  /// It looks at something once more, or has tried in vain, and has done nothing else; what that
  /// costs on the simulated machine.
  public long look() {
    return ++looks <= Costs.LOOKS_FREE ? 0 : Math.min(looks * Costs.LOOK_GROWTH, Costs.LOOK_MAX);
  }

  /// It has executed so many more statements, and done nothing else.
  public void compute(int more) {
    statements += more;
  }

  /// It has done something else.
  public void renew() {
    if (!isHeld) {
      looks = 0;
      statements = 0;
    }
  }

  /// Letting time pass because it has no patience left does not renew that.
  public void hold(boolean isOn) {
    isHeld = isOn;
  }

  /// How many times in a row it has looked.
  public int looks() {
    return looks;
  }

  /// So much time passes for who looks at the clock, where computing takes none.
  public long atClock() {
    long beyond = Math.max(0, looks - Costs.LOOKS_FREE);
    return Math.min(beyond * Costs.CLOCK_LOOK_GROWTH, Costs.CLOCK_LOOK_MAX);
  }

  /// The same for who computes on and on.
  public long atStatement() {
    return beyond((statements - Costs.STATEMENTS_FREE) / STATEMENTS_PER_LOOK);
  }

  /// The same for who has looked so many times in a row at what is no clock.
  public static long after(int looks) {
    return beyond(looks - Costs.VAIN_LOOKS_FREE);
  }

  private static long beyond(long free) {
    return Math.min(Math.max(0, free) * Costs.VAIN_LOOK_GROWTH, Costs.VAIN_LOOK_MAX);
  }

  /// It waits for something new.
  public void forgive() {
    overtaken = 0;
  }

  /// It could have gone on and cannot any more, now: others were quicker.
  public void overtake(long now) {
    if (overtaken++ == 0) {
      overtakenSince = now;
    }
  }

  /// Whether it was overtaken so often, and for so long, that a real machine would have let it win.
  public boolean isOver(long now) {
    return overtaken >= Costs.OVERTAKEN_MAX && now - overtakenSince >= Costs.PATIENCE;
  }
}
