package braid.kernel.cost;

/// What things cost on the simulated machine, in nanoseconds of virtual time: about what CPython
/// 3.12 needs on a desktop of these years, rounded so that sums are easy to check by hand.
public final class Costs {
  /// One executed statement.
  public static final long STATEMENT = 20;

  /// One operation on a lock, queue or the like.
  public static final long OPERATION = 300;

  /// Writing a piece of text.
  public static final long PRINT = 2_000;

  /// From `start` to a thread's first statement.
  public static final long THREAD_START = 50_000;

  /// What launching a process costs the one who does it.
  public static final long PROCESS_LAUNCH = 1_000_000;

  /// From `start` to a process's first statement: an interpreter starts and imports (spawn).
  public static final long PROCESS_START = 30_000_000;

  /// From being woken to being able to run.
  public static final long WAKE = 5_000;

  /// Who was woken so often in vain, because others were quicker, over so long, is let go first: on
  /// a real machine the race for a lock that was given back is won by everybody in the end.
  public static final int OVERTAKEN_MAX = 50;

  public static final long PATIENCE = 50_000_000;

  /// After so long a waiting thread makes the GIL's holder give way (`sys.getswitchinterval`).
  public static final long SWITCH_INTERVAL = 5_000_000;

  /// After so long the operating system gives a core to another that waits for one.
  public static final long CORE_SLICE = 4_000_000;

  /// So far a process may compute ahead of others on other cores, which cannot see its memory.
  public static final long RUN_AHEAD = 5_000_000;

  /// How long a disturbed machine keeps a task from its seat: a random number of these units. A few
  /// times the start of a thread, so that short tasks overlap.
  public static final long DELAY_UNIT = 1_000;

  public static final int DELAY_UNITS_MAX = 200;

  /// After so many delays a task has none: in a long program tasks meet anyway, and its times stay
  /// those of the machine.
  public static final int DELAYS_MAX = 32;

  /// Who looks more often than this for something to change, and does nothing else, is taken to be
  /// waiting busily: from then on each look takes a little longer than the one before, up to a
  /// millisecond, so that the wait has an end.
  public static final int LOOKS_FREE = 1_000;

  public static final long LOOK_GROWTH = 10;
  public static final long LOOK_MAX = 1_000_000;

  /// The same for who looks at the clock where computing takes no time: each such look is a step,
  /// so the wait for a second has to end after some thousand of them.
  public static final long CLOCK_LOOK_GROWTH = 2_000;

  public static final long CLOCK_LOOK_MAX = 10_000_000;

  /// The same for who computes between two looks at what is no clock. Others that can go on then go
  /// first, so it is many looks that are free: a program that looks for its own good is not to be
  /// taken for one that waits.
  public static final int VAIN_LOOKS_FREE = 5_000;

  public static final long VAIN_LOOK_GROWTH = 10_000;
  public static final long VAIN_LOOK_MAX = 100_000_000;

  /// Who executes so many statements on end, where that takes no time and somebody waits for time,
  /// is taken to wait for what that one will do. An access to memory counts as several: about a
  /// second of real time is free.
  public static final long STATEMENTS_FREE = 2_000_000;

  public static final int ACCESS_STATEMENTS = 20;

  private Costs() {}
}
