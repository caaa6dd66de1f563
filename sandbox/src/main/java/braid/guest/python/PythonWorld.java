package braid.guest.python;

import braid.guest.World;
import braid.guest.python.call.ExportedFunctions;
import braid.guest.python.file.ProgramFiles;
import braid.guest.python.statement.Follower;
import braid.guest.python.statement.Lines;
import braid.guest.python.statement.LoopLines;
import braid.guest.python.statement.Statements;
import braid.kernel.Kernel;
import braid.kernel.carrier.RunEnded;
import braid.program.Atomicity;
import braid.program.Program;
import braid.program.StrategyName;
import braid.trace.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/// One GraalPy context with the stand-in modules in place. Confined to the task that has control,
/// except [#close].
final class PythonWorld implements World, Follower {
  private final Context context;
  private final Statements statements;
  private final ProgramFiles files;
  private final LibraryCode.Reader library;
  private final Bridge bridge = new Bridge(this);
  private final Value runMain;
  private final Value runAgain;
  private final Value load;
  private final Value expectExploring;
  private final Value calls;
  private final Statements.Seat seat;
  private final Object slice;
  private final Object tooDeep;

  /// Where each task stands, by its id.
  private final List<Lines> lines = new ArrayList<>();

  private Kernel kernel;

  /// Calls a task may nest; boot.py says the first, and the program may say another.
  private int recursionMax;
  private LoopLines loops = new LoopLines("");

  PythonWorld(
      Context context,
      Source boot,
      Statements statements,
      ProgramFiles files,
      LibraryCode.Reader library) {
    this.context = context;
    this.library = library;
    this.statements = statements;
    this.files = files;
    Value install = context.eval(boot);
    Value mains = install.execute(new ExportedFunctions(bridge));
    this.runMain = mains.getArrayElement(0);
    this.runAgain = mains.getArrayElement(1);
    this.load = mains.getArrayElement(2);
    this.expectExploring = mains.getArrayElement(3);
    this.calls = mains.getArrayElement(4);
    this.seat = entered(statements::seat);
    this.slice = entered(() -> statements.function("_slice"));
    this.tooDeep = entered(() -> statements.function("_too_deep"));
  }

  LibraryCode.Reader library() {
    return library;
  }

  /// What comes will be explored: loads what that takes.
  void expectExploring() {
    expectExploring.executeVoid();
  }

  private <T> T entered(Supplier<T> code) {
    context.enter();
    try {
      return code.get();
    } finally {
      context.leave();
    }
  }

  /// Accesses of shared memory are told, except on the simulated machine, whose threads give way as
  /// CPython's do.
  @Override
  public Runnable main(Program program, Kernel runsOn) {
    boolean isFirst = kernel == null;
    connect(program, runsOn);
    return body(
        () -> {
          statements.name(program.file());
          seat.take(this);
          if (isFirst) {
            execute(runMain, program);
          } else {
            runAgain.executeVoid(program.source(), program.file());
          }
        });
  }

  @Override
  public Runnable loading(Program program, Kernel runsOn) {
    connect(program, runsOn);
    return body(() -> execute(load, program));
  }

  private void connect(Program program, Kernel runsOn) {
    if (kernel == null) {
      loops = new LoopLines(program.source());
    }
    kernel = runsOn;
    bridge.connect(runsOn);
    if (isGil(program)) {
      runsOn.memory().joinAccesses();
    }
    lines.clear();
    files.begin(program.file(), program.source());
  }

  private static void execute(Value main, Program program) {
    boolean tellsMemory = program.settings().strategy() != StrategyName.SIMULATE;
    main.executeVoid(program.source(), program.file(), tellsMemory, isGil(program));
  }

  private static boolean isGil(Program program) {
    return program.settings().atomicity() == Atomicity.GIL;
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

  @Override
  public Object enter(int line) {
    Lines here = here();
    if (here.isAmid(line) && loops.has(line)) {
      return null;
    }
    if (here.depth() >= recursionMax) {
      return tooDeep;
    }
    here.enter(line);
    return kernel.statement(line) ? slice : null;
  }

  /// From now on a task may nest so many calls of the user's functions.
  void limitRecursion(int depth) {
    recursionMax = depth;
  }

  @Override
  public void leave(int line) {
    int back = here().leave(line);
    if (back > 0) {
      kernel.backAt(back);
    }
  }

  @Override
  public List<Entry.Call> calls() {
    Value told = calls.execute();
    List<Entry.Call> under = new ArrayList<>();
    for (long at = 0; at < told.getArraySize(); at++) {
      Value call = told.getArrayElement(at);
      under.add(
          new Entry.Call(call.getArrayElement(0).asString(), call.getArrayElement(1).asInt()));
    }
    return under;
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
    seat.leave();
    context.close(true);
  }
}
