package braid.kernel.schedule;

/// Picks who goes next, among the tasks that can.
///
/// On the simulated machine the kernel asks only where there are two or more; otherwise at every
/// point. The answer becomes part of the schedule. Confined to the carrier.
public interface Strategy {

  /// The index of the candidate to go next. May throw [GivenUp] to end the execution.
  int pick(Candidates candidates);

  /// Whether the trace tells what there was to choose from.
  default boolean isTold() {
    return false;
  }

  /// Each task for as long as it can go on, by id.
  static Strategy keep() {
    return new Replay(new Choices());
  }

  /// Picks as `strategy` does, and the trace tells what there was to choose from.
  static Strategy told(Strategy strategy) {
    return new Strategy() {
      @Override
      public int pick(Candidates candidates) {
        return strategy.pick(candidates);
      }

      @Override
      public boolean isTold() {
        return true;
      }
    };
  }

  /// Takes what the machine proposes: the default of a plain Run.
  static Strategy simulate() {
    return candidates -> {
      if (candidates.proposed() < 0) {
        throw new KernelBug("the machine proposes nobody");
      }
      return candidates.proposed();
    };
  }

  /// Each task one step in turn, by id.
  static Strategy roundRobin() {
    return candidates -> {
      for (int i = 0; i < candidates.size(); i++) {
        if (candidates.task(i) > candidates.present()) {
          return i;
        }
      }
      return 0;
    };
  }

  /// Any task that can go, each as likely.
  static Strategy random(long seed) {
    Chance chance = new Chance(seed, 1);
    return candidates -> chance.below(candidates.size());
  }
}
