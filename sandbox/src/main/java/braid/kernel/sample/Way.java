package braid.kernel.sample;

import braid.kernel.schedule.Chance;
import braid.kernel.schedule.Strategy;

/// How a schedule is drawn by chance.
public enum Way {
  RANDOM,
  PCT,
  POS,
  SURW;

  /// A strategy for one execution of a program of which `seen` tells what is known.
  public Strategy strategy(Chance chance, Lengths seen) {
    return switch (this) {
      case RANDOM -> candidates -> chance.below(candidates.size());
      case PCT -> new Pct(chance, seen);
      case POS -> new Pos(chance, seen);
      case SURW -> new Surw(chance, seen);
    };
  }
}
