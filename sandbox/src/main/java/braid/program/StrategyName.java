package braid.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What picks the next task.
public enum StrategyName {
  /// Plays a small machine with cores and a GIL.
  @JsonProperty("simulate")
  SIMULATE,
  /// Each task one step in turn.
  @JsonProperty("roundrobin")
  ROUND_ROBIN,
  /// Any enabled task, each as likely.
  @JsonProperty("random")
  RANDOM,
  /// Probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010).
  @JsonProperty("pct")
  PCT,
  /// Partial order sampling (Yuan et al., CAV 2018).
  @JsonProperty("pos")
  POS,
  /// Selectively uniform random walk (Zhao et al., ASPLOS 2025).
  @JsonProperty("surw")
  SURW,
  /// All executions that differ, each once (Abdulla et al., POPL 2014). Explores only.
  @JsonProperty("dpor")
  DPOR,
  /// All schedules. Explores only.
  @JsonProperty("dfs")
  DFS,
  /// The user picks: the choices of the schedule, then each task for as long as it can go on. The
  /// trace tells what there was to choose from.
  @JsonProperty("manual")
  MANUAL;

  /// Whether it means many executions and so cannot pick the one of a plain run.
  public boolean isExhaustive() {
    return this == DPOR || this == DFS;
  }
}
