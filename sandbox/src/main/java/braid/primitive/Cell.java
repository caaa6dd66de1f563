package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;

/// A shared variable: how its value is shown and who wrote it last. Reading and writing never wait.
///
/// Values: always 0. Nothing is rejected.
public final class Cell implements Primitive {
  private String value;
  private int writer;

  /// A variable that shows as `value` and that `writer` (-1: nobody) has made.
  public Cell(String value, int writer) {
    this.value = value;
    this.writer = writer;
  }

  @Override
  public ObjectState.Cell state() {
    return new ObjectState.Cell(value, writer);
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Read _, Action.Write _ -> true;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    return switch (action) {
      case Action.Read _ -> Effect.DONE;
      case Action.Write(int _, String written) -> {
        value = written;
        writer = task;
        yield Effect.DONE;
      }
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  /// Nobody ever waits for a variable.
  @Override
  public void park(int task, Action action) {
    throw WrongAction.disabled(this, task, action);
  }

  @Override
  public void leave(int task) {}
}
