package braid.corpus;

import braid.program.Program;
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

  /// Explores a program as its settings say.
  RealRun run(Program program) throws Exception {
    return RealRun.of(pool, program);
  }

  /// Explores a program that imports `threading` and defines `work(n)`, which two threads call
  /// before the program prints what is `shown`.
  Entry.Explored twoThreads(String source, String shown) throws Exception {
    return explored(source + TWO_THREADS.formatted(shown));
  }
}
