package braid.guest.python;

import braid.guest.World;
import braid.kernel.Kernel;
import braid.kernel.carrier.RunEnded;
import braid.program.Program;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/// One GraalPy context with the stand-in modules in place. Confined to the task that has control,
/// except [#close].
final class PythonWorld implements World {
  private final Context context;
  private final Statements statements;
  private final Bridge bridge = new Bridge(this);
  private final Value runMain;
  private final Value slice;

  /// Where each task stands, by its id.
  private final List<Lines> lines = new ArrayList<>();

  private Kernel kernel;

  PythonWorld(Context context, Source boot, Statements statements) {
    this.context = context;
    this.statements = statements;
    Value install = context.eval(boot);
    Value functions = install.execute(bridge);
    this.runMain = functions.getArrayElement(0);
    this.slice = functions.getArrayElement(1);
  }

  @Override
  public Runnable main(Program program, Kernel runsOn) {
    kernel = runsOn;
    bridge.connect(runsOn);
    return body(
        () -> {
          statements.follow(this, program.file());
          runMain.executeVoid(program.source(), program.file());
        });
  }

  /// What a task does whose Python code is `code`.
  Runnable body(Runnable code) {
    return () -> {
      try {
        code.run();
      } catch (PolyglotException e) {
        endFor(e);
      }
    };
  }

  private void endFor(PolyglotException e) {
    if (kernel.ending().isPresent() || e.isCancelled()) {
      throw RunEnded.again();
    }
    if (e.isHostException() && e.asHostException() instanceof RunEnded ended) {
      throw ended;
    }
    Failures.end(kernel, e);
    throw RunEnded.again();
  }

  /// A statement of the user's begins at `line`.
  void enter(int line) {
    here().enter(line);
    if (kernel.statement(line)) {
      slice.executeVoid();
    }
  }

  /// The statement at `line` is over.
  void leave(int line) {
    int back = here().leave(line);
    if (back > 0) {
      kernel.backAt(back);
    }
  }

  private Lines here() {
    int task = kernel.coroutines().shown();
    while (lines.size() <= task) {
      lines.add(new Lines());
    }
    return lines.get(task);
  }

  @Override
  public void close() {
    statements.forget(this);
    context.close(true);
  }
}
