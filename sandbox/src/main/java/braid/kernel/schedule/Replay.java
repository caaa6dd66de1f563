package braid.kernel.schedule;

/// Makes the choices of a recorded schedule again; when they are used up it keeps to the task that
/// runs as long as that can go on. Throws [UnfitSchedule] where they do not fit the program.
final class Replay implements Strategy {
  private final Choices.Reader choices;
  private int position;

  Replay(Choices choices) {
    this.choices = choices.reader();
  }

  @Override
  public int pick(Candidates candidates) {
    if (!choices.hasNext()) {
      if (candidates.proposed() >= 0) {
        throw new UnfitSchedule("the schedule ends before the program does");
      }
      return Math.max(0, candidates.presentIndex());
    }
    int wanted = choices.next();
    position++;
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.task(i) == wanted) {
        return i;
      }
    }
    throw new UnfitSchedule(
        "choice %d of the schedule is task %d, which cannot go on there"
            .formatted(position, wanted));
  }
}
