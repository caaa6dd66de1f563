package braid.guest;

import braid.kernel.Kernel;
import braid.program.Program;
import braid.trace.Entry;
import java.util.List;

/// One run's worth of a language: nothing of it is left after [#close].
public interface World extends AutoCloseable {

  /// What the first task of `program` does, on `kernel`. Called once or, for a program whose memory
  /// is told (its settings say so), again for the same program after the last execution of it has
  /// unwound.
  Runnable main(Program program, Kernel kernel);

  /// Loads what `program` needs, on a kernel of its own, so that [#main] need not. Gives what the
  /// first task of that kernel does; [#main] comes once that has ended.
  Runnable loading(Program program, Kernel kernel);

  /// The calls of the program's functions that are under way in the present task, the innermost
  /// first. Called by that task, while it accesses something. Code that was compiled may tell none
  /// when it is asked for the first time.
  List<Entry.Call> calls();

  /// Ends whatever still runs in it, at once, even an endless loop. Thread-safe.
  @Override
  void close();
}
