package braid.program;

import com.fasterxml.jackson.annotation.JsonIgnore;

/// Whether a program is executed many times, and how far the search may go. Immutable.
///
/// @param budget the most executions; 0 for a program that is executed once
/// @param bound the most preemptions in an execution, -1 for any number
/// @param seconds the most real time
public record Exploring(int budget, int bound, int seconds) {

  /// The most executions that can be asked for.
  public static final int BUDGET_MAX = 100_000_000;

  /// The most real time that can be asked for.
  public static final int SECONDS_MAX = 3_600;

  /// One execution: no exploring.
  public static final Exploring NONE = new Exploring(0, -1, 1);

  /// What the button and the command do unless told otherwise.
  public static final Exploring DEFAULT = new Exploring(100_000, -1, 20);

  public Exploring {
    if (budget < 0 || budget > BUDGET_MAX) {
      throw new RejectedProgram(
          "a budget is 1 to %,d executions, not %,d".formatted(BUDGET_MAX, budget));
    }
    if (bound < -1 || bound > 1_000) {
      throw new RejectedProgram("a bound is 0 to 1,000 preemptions, or -1 for none, not " + bound);
    }
    if (seconds < 1 || seconds > SECONDS_MAX) {
      throw new RejectedProgram(
          "an exploration takes 1 to %,d seconds, not %,d".formatted(SECONDS_MAX, seconds));
    }
  }

  /// Whether the program is executed many times.
  @JsonIgnore
  public boolean isAsked() {
    return budget > 0;
  }
}
