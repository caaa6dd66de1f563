package braid.guest.python;

import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.management.ExecutionEvent;
import org.graalvm.polyglot.management.ExecutionListener;

/// Sees every statement of the user's file as it is executed, and tells the world that runs: where
/// each task stands, and when one has used up its slice. One world runs at a time. Confined to the
/// task that has control.
final class Statements {
  /// The name of the user's file in GraalPy: what tracebacks show.
  private volatile String file = "main.py";

  private volatile PythonWorld world;

  Statements(Engine engine) {
    ExecutionListener.newBuilder()
        .statements(true)
        .sourceFilter(source -> !source.isInternal() && source.getName().equals(file))
        .onEnter(this::enter)
        .onReturn(this::leave)
        .attach(engine);
  }

  /// From now on the statements of the file so named belong to this world.
  void follow(PythonWorld running, String name) {
    file = name;
    world = running;
  }

  /// The world has ended; statements that unwind it are nobody's.
  void forget(PythonWorld ended) {
    if (world == ended) {
      world = null;
    }
  }

  private void enter(ExecutionEvent event) {
    PythonWorld running = world;
    if (running != null) {
      running.enter(event.getLocation().getStartLine());
    }
  }

  private void leave(ExecutionEvent event) {
    PythonWorld running = world;
    if (running != null) {
      running.leave(event.getLocation().getStartLine());
    }
  }
}
