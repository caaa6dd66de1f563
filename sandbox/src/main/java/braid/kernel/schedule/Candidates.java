package braid.kernel.schedule;

import braid.kernel.memory.Touch;
import braid.trace.Action;
import java.util.List;
import java.util.Optional;

/// The tasks that can go on at one point, by ascending id, and what each is about to do. Valid only
/// while a strategy picks.
public interface Candidates {

  int size();

  /// The id of the task at `index`.
  int task(int index);

  /// What it is about to do.
  Action action(int index);

  /// The place it is about to touch, if that is what it is about to do.
  Optional<Touch> touch(int index);

  /// The task that asks, which may or may not be among them.
  int present();

  /// The index of the task that asks; -1 when it cannot go on.
  default int presentIndex() {
    for (int i = 0; i < size(); i++) {
      if (task(i) == present()) {
        return i;
      }
    }
    return -1;
  }

  /// Whether the one at `index` has asked to be left.
  default boolean givesWay(int index) {
    return action(index) instanceof Action.Yield || action(index) instanceof Action.Sleep;
  }

  /// Whether the one at `index` is in the middle of what its event loop has let go on: nothing else
  /// of that loop can go before it waits.
  default boolean isAmid(int index) {
    return false;
  }

  /// The index the simulated machine would take, or -1 where none is simulated.
  int proposed();

  /// The tasks that wait for the clock.
  List<Integer> sleeping();
}
