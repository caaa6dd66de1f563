package braid.guest.python;

import braid.kernel.Kernel;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess.Export;

/// The part of [Bridge] by which objects come to be. Those that modules make when they are loaded
/// are made again for each execution of a program. Confined to the task that has control.
public abstract sealed class ObjectMaking permits ObjectCalls {
  /// Null until the world runs: the stand-ins are loaded ahead of need, at time 0 of task 0.
  Kernel kernel;

  /// Makes again the objects that modules made when they were loaded.
  private final List<Runnable> loaded = new ArrayList<>();

  boolean isLoading;

  ObjectMaking() {}

  /// Whether modules are loaded from here on, which many executions will share.
  @Export
  public void loading(boolean isBeginning) {
    isLoading = isBeginning;
  }

  /// The next execution begins: what modules made is there, as new.
  @Export
  public void remake() {
    loaded.forEach(Runnable::run);
  }

  /// What a module does with its locks while it is loaded is no step: only one execution would have
  /// it. Nobody else is there.
  boolean isDoneWhileLoading(Action.OnObject action) {
    kernel.primitive(action.object()).apply(kernel.current(), action);
    return true;
  }

  int add(ObjectType type, String name, int line, int owner, Supplier<Primitive> primitive) {
    if (isLoading) {
      loaded.add(() -> kernel.add(type, name, line, owner, primitive.get()));
    }
    return kernel.add(type, name, line, owner, primitive.get());
  }
}
