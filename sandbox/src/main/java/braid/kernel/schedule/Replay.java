package braid.kernel.schedule;

/// Makes the choices of a recorded schedule again. Throws [UnfitSchedule] where they do not fit the
/// program.
final class Replay implements Strategy {
  private final Choices choices;
  private int position;

  Replay(Choices choices) {
    this.choices = choices;
  }

  @Override
  public int pick(int[] tasks, int present, int proposed) {
    if (position >= choices.size()) {
      throw new UnfitSchedule("the schedule ends before the program does");
    }
    int wanted = choices.task(position++);
    for (int i = 0; i < tasks.length; i++) {
      if (tasks[i] == wanted) {
        return i;
      }
    }
    throw new UnfitSchedule(
        "choice %d of the schedule is task %d, which cannot go on there"
            .formatted(position, wanted));
  }
}
