package braid.kernel.schedule;

import braid.kernel.memory.Key;
import braid.trace.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Things whose rules the guest keeps, by number: what those who go on do with them is told to who
/// watches the execution. Confined to the task that has control.
public final class Things {
  private static final int THREADS_KEY = 21;
  private static final int NAMES_KEY = 22;

  private final Observer observer;
  private final LongSupplier nextKey;
  private final List<Long> keys = new ArrayList<>();

  /// @param nextKey gives the key of the next thing that the present task makes
  public Things(Observer observer, LongSupplier nextKey) {
    this.observer = observer;
    this.nextKey = nextKey;
  }

  /// A number for a thing that the present task makes.
  public int add() {
    keys.add(nextKey.getAsLong());
    return keys.size() - 1;
  }

  /// What goes on looks at it, or changes it.
  public void touch(int thing, boolean isChange) {
    observer.touched(keys.get(thing), isChange);
  }

  /// What goes on begins a thread of `process`, or (`isLook`) sees which there are. The order of
  /// two that begin makes no difference.
  public void touchThreads(int process, boolean isLook) {
    observer.touched(Key.child(Key.ROOT, THREADS_KEY, process), isLook);
  }

  /// What goes on takes the next of the numbered names of `process`.
  public void touchNames(int process) {
    observer.touched(Key.child(Key.ROOT, NAMES_KEY, process), true);
  }

  /// What goes on adds text to a stream that does not show it yet.
  public void hold(Stream stream, String text) {
    observer.held(stream, text);
  }

  /// What goes on completes it.
  public void seal(int thing) {
    observer.sealed(thing);
  }

  /// What goes on has waited until it was complete.
  public void unseal(int thing) {
    observer.unsealed(thing);
  }
}
