package braid.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.guest.Guest;
import braid.guest.python.PythonGuest;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.trace.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Worlds of one engine: a worker's warm-up may still be unwinding while somebody's program runs.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoWorldsTest {
  private static final Path WORKER = Path.of("target/worker").toAbsolutePath();
  private static final String BUSY = "print('on')\nx = 0\nwhile True:\n    x += 1\n";
  private static final String SMALL =
      """
      import threading
      def add():
          global x
          for i in range(5):
              x += 1
      x = 0
      threads = [threading.Thread(target=add) for _ in range(2)]
      for t in threads: t.start()
      for t in threads: t.join()
      print(x)
      """;

  private Guest python;

  @BeforeAll
  void open() {
    System.setProperty("polyglot.engine.resourcePath", WORKER.resolve("resources").toString());
    python = new PythonGuest(WORKER);
  }

  @AfterAll
  void close() {
    python.close();
  }

  @Test
  void a_run_is_the_same_beside_another_as_alone() throws Exception {
    List<Entry> alone = run();
    CountDownLatch isOn = new CountDownLatch(1);
    Execution other = execution(BUSY, _ -> isOn.countDown());
    Thread beside =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    other.run(python.open());
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    isOn.await();
    List<Entry> besideIt = run();
    other.stop();
    beside.join();
    assertEquals(alone, besideIt);
  }

  private List<Entry> run() throws InterruptedException {
    List<Entry> entries = new ArrayList<>();
    Execution run = execution(SMALL, entries::add);
    run.run(python.open());
    run.awaitClosed();
    return entries;
  }

  private static Execution execution(String source, Consumer<Entry> sink) {
    Program program =
        new Program(Language.PYTHON, "main.py", source, Settings.DEFAULT, Limits.DEFAULT);
    return new Execution(program, WorkerMain.newCarrier(), sink);
  }
}
