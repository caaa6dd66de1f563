package braid.corpus;

import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.Entry;
import braid.worker.WorkerCommand;
import braid.worker.pool.WorkerPool;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A worker for the explorations of one test class, in which two threads do the same.
final class ExploringWorker implements BeforeAllCallback, AfterAllCallback {
  private static final String TWO_THREADS =
      """
      threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      print(%s)
      """;

  private WorkerPool pool;

  @Override
  public void beforeAll(ExtensionContext context) throws InterruptedException {
    pool = RealRun.openPool(WorkerCommand::exploring);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    pool.close();
  }

  /// Explores all of a program.
  Entry.Explored explored(String source) throws Exception {
    return new Listing("main.py", source).exploredWholly(pool);
  }

  /// Explores a program, or replays an execution of it, as the settings say.
  RealRun run(String source, Settings settings) throws Exception {
    Program program = new Program(Language.PYTHON, "main.py", source, settings, Limits.DEFAULT);
    return RealRun.of(pool, program);
  }

  /// So many executions at most, in less than so many seconds.
  static Settings asking(int executions, int seconds) {
    Exploring exploring = new Exploring(executions, -1, seconds);
    return Settings.exploring(StrategyName.DPOR, 0, Atomicity.LANGUAGE, exploring);
  }

  /// Explores a program that imports `threading` and defines `work(n)`, which two threads call
  /// before the program prints what is `shown`.
  Entry.Explored twoThreads(String source, String shown) throws Exception {
    return explored(source + TWO_THREADS.formatted(shown));
  }
}
