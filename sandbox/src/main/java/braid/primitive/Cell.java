package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.Optional;

/// A shared variable: how its value is shown and who wrote it last. Reading and writing never wait,
/// unless it is guarded: then not while another task holds its lock (`multiprocessing.Value`).
///
/// Values: always 0. Nothing is rejected.
public final class Cell implements Primitive {
  private String value;
  private int writer;
  private final Optional<Mutex> guard;
  private final int lock;

  /// A variable that shows as `value` and that `writer` (-1: nobody) has made.
  public Cell(String value, int writer) {
    this(value, writer, Optional.empty(), -1);
  }

  private Cell(String value, int writer, Optional<Mutex> guard, int lock) {
    this.value = value;
    this.writer = writer;
    this.guard = guard;
    this.lock = lock;
  }

  /// As above; only who holds `guard`, the object `lock`, touches it, or anybody while that is
  // free.
  public static Cell guarded(String value, int writer, Mutex guard, int lock) {
    return new Cell(value, writer, Optional.of(guard), lock);
  }

  /// The lock that has to be free for a task to touch it; -1 for none, or where it holds that.
  public int lockFor(int task) {
    return guard.isPresent() && guard.get().owner() != task ? lock : -1;
  }

  @Override
  public ObjectState.Cell state() {
    return new ObjectState.Cell(value, writer);
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Read _, Action.Write _ -> isFreeFor(task);
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    if (!isEnabled(task, action)) {
      throw WrongAction.disabled(this, task, action);
    }
    return switch (action) {
      case Action.Read(int _, String seen) -> {
        // Where nobody was seen to write, reading tells what is there.
        value = writer < 0 ? seen : value;
        yield Effect.DONE;
      }
      case Action.Write(int _, String written) -> {
        value = written;
        writer = task;
        yield Effect.DONE;
      }
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  /// Who waits for a guarded variable waits for its lock, in no particular order.
  @Override
  public void park(int task, Action action) {
    if (isFreeFor(task)) {
      throw WrongAction.disabled(this, task, action);
    }
  }

  @Override
  public void leave(int task) {}

  private boolean isFreeFor(int task) {
    return guard.isEmpty() || guard.get().owner() == -1 || guard.get().owner() == task;
  }
}
