package braid.program;

/// How a program is scheduled. `schedule` is a token to replay, empty for none; with a token the
/// other settings are taken from it. `hasGil` says that threads of a process share one GIL (the
/// simulated machine only). When `exploring` is asked for the program is executed many times, and
/// the strategy says how the next execution is found. `asyncio` says what event loops let go on
/// next. Immutable.
public record Settings(
    StrategyName strategy,
    long seed,
    Atomicity atomicity,
    int cores,
    boolean hasGil,
    String schedule,
    Exploring exploring,
    AsyncioOrder asyncio) {

  /// The most cores the simulated machine can have.
  public static final int CORES_MAX = 64;

  /// The longest schedule token that is read, in characters.
  public static final int SCHEDULE_CHARS_MAX = 8192;

  /// What a plain Run uses: the undisturbed machine with four cores and a GIL.
  public static final Settings DEFAULT =
      new Settings(StrategyName.SIMULATE, 0, Atomicity.GIL, 4, true, "");

  /// One execution.
  public Settings(
      StrategyName strategy,
      long seed,
      Atomicity atomicity,
      int cores,
      boolean hasGil,
      String schedule) {
    this(strategy, seed, atomicity, cores, hasGil, schedule, Exploring.NONE, AsyncioOrder.STRICT);
  }

  /// The same with this order of event loops.
  public Settings with(AsyncioOrder order) {
    return new Settings(strategy, seed, atomicity, cores, hasGil, schedule, exploring, order);
  }

  public Settings {
    if (cores < 1 || cores > CORES_MAX) {
      throw new RejectedProgram("a machine has 1 to " + CORES_MAX + " cores, not " + cores);
    }
    if (seed < 0 || seed > 0xFFFF_FFFFL) {
      throw new RejectedProgram("a seed is a number from 0 to 4294967295, not " + seed);
    }
    if (schedule.length() > SCHEDULE_CHARS_MAX) {
      throw new RejectedProgram(
          "a schedule has at most " + SCHEDULE_CHARS_MAX + " characters, not " + schedule.length());
    }
    boolean isReplay = !schedule.isEmpty();
    if (exploring.isAsked() && (isReplay || !canExplore(strategy))) {
      throw new RejectedProgram(
          "exploring takes one of dpor, dfs, random, pct, pos, surw, and no schedule");
    }
    if (!exploring.isAsked() && strategy.isExhaustive() && !isReplay) {
      throw new RejectedProgram(
          "dpor and dfs execute a program many times: explore with them instead of running");
    }
  }

  private static boolean canExplore(StrategyName strategy) {
    return switch (strategy) {
      case DPOR, DFS, RANDOM, PCT, POS, SURW -> true;
      case SIMULATE, ROUND_ROBIN, MANUAL -> false;
    };
  }

  /// The settings of an exploration.
  public static Settings exploring(
      StrategyName strategy, long seed, Atomicity atomicity, Exploring exploring) {
    return new Settings(
        strategy,
        seed,
        atomicity,
        DEFAULT.cores(),
        DEFAULT.hasGil(),
        "",
        exploring,
        AsyncioOrder.STRICT);
  }
}
