package braid.explore;

/// How an explorer goes through the executions of a program.
public enum Algorithm {
  /// One execution of each kind, and before that those with few preemptions.
  DPOR,
  /// All schedules, one after another: the yardstick.
  DFS,
  /// Any task that can go on, each as likely.
  RANDOM,
  /// Random priorities, lowered at a few random points.
  PCT,
  /// A random priority for each pending step, drawn again when it lost a race.
  POS,
  /// Tasks as likely as they have steps left that matter.
  SURW
}
