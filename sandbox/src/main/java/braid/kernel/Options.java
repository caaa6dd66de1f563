package braid.kernel;

import braid.kernel.memory.Touch;
import braid.kernel.schedule.Candidates;
import braid.trace.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who can go on at one point, as a strategy sees them. Confined to the carrier.
final class Options implements Candidates {
  final List<Task> tasks = new ArrayList<>();
  private final List<Task> live;
  private int present;
  private int proposed;

  Options(List<Task> live) {
    this.live = live;
  }

  /// The task can go on; or, on its thread, any of those that its event loop has ready.
  void offer(Task task) {
    if (task.ready.isEmpty()) {
      tasks.add(task.agent);
    }
    for (Task ready : task.ready) {
      if (!tasks.contains(ready)) {
        ready.thread = task;
        tasks.add(ready);
      }
    }
  }

  /// The thread of the one at `index`, which acts on it from now on.
  Task take(int index) {
    Task taken = tasks.get(index);
    taken.thread.agent = taken;
    return taken.thread;
  }

  Options asked(Task by, int proposal) {
    present = by.agent.id;
    proposed = proposal;
    return this;
  }

  @Override
  public int size() {
    return tasks.size();
  }

  @Override
  public int task(int index) {
    return tasks.get(index).id;
  }

  @Override
  public Action action(int index) {
    return tasks.get(index).doing().pending;
  }

  @Override
  public Optional<Touch> touch(int index) {
    return tasks.get(index).doing().touch;
  }

  @Override
  public int present() {
    return present;
  }

  @Override
  public boolean isAmid(int index) {
    Task task = tasks.get(index);
    return task.thread != task && task.thread.ready.isEmpty();
  }

  @Override
  public int proposed() {
    return proposed;
  }

  @Override
  public List<Integer> sleeping() {
    return live.stream()
        .filter(task -> task.status == Task.Status.BLOCKED && task.deadline != Task.NEVER)
        .map(task -> task.id)
        .toList();
  }
}
