package braid.kernel;

import braid.kernel.carrier.RunEnded;
import braid.trace.TaskType;
import java.util.function.IntConsumer;

/// What concerns whole processes: a process is a task of that type and every task made in it. Its
/// id is that of its first task; 0 is the program's own. Confined to the task that has control.
public final class Processes {
  private final Lives lives;
  private final Turns turns;

  Processes(Lives lives, Turns turns) {
    this.lives = lives;
    this.turns = turns;
  }

  /// The process of the task that has control.
  public int current() {
    return turns.present().process;
  }

  /// Declares a process, a child of the present task, that will be started later.
  public int create(String name, boolean isDaemon) {
    return lives.create(TaskType.PROCESS, name, isDaemon, -1);
  }

  /// Declares a thread of the process `id`, whoever asks.
  public int createThread(int id, String name, boolean isDaemon) {
    return lives.create(TaskType.THREAD, name, isDaemon, id);
  }

  /// Ends the process `id` with all its threads, wherever they are; `error` says by what.
  public void kill(int id, String error) {
    lives.kill(id, error);
  }

  /// Ends the process of the present task at once; comes back only to unwind.
  public RunEnded exit(String error) {
    return lives.exit(error);
  }

  /// The present task has asked another process for something, which took so long.
  public void call(long nanos) {
    turns.spend(nanos);
  }

  /// Has `listener` told, on the task that goes on, when this is one of another process.
  public void tell(IntConsumer listener) {
    turns.tellProcess(listener);
  }
}
