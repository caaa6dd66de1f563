package braid.kernel.schedule;

/// Picks who goes next, among the tasks that can.
///
/// The kernel asks only where there are two or more; the answer becomes part of the schedule.
/// Confined to the carrier.
public interface Strategy {

  /// The index into `tasks` (ids, ascending) of the one to go next. `present` is the task that
  /// asks, which may or may not be among them. `proposed` is the index the simulated machine would
  /// take, or -1 where none is simulated.
  int pick(int[] tasks, int present, int proposed);

  /// Takes what the machine proposes: the default of a plain Run.
  static Strategy simulate() {
    return (tasks, present, proposed) -> {
      if (proposed < 0) {
        throw new KernelBug("the machine proposes nobody");
      }
      return proposed;
    };
  }

  /// Each task one step in turn, by id.
  static Strategy roundRobin() {
    return (tasks, present, proposed) -> {
      for (int i = 0; i < tasks.length; i++) {
        if (tasks[i] > present) {
          return i;
        }
      }
      return 0;
    };
  }

  /// Any task that can go, each as likely.
  static Strategy random(long seed) {
    Chance chance = new Chance(seed, 1);
    return (tasks, present, proposed) -> chance.below(tasks.length);
  }
}
