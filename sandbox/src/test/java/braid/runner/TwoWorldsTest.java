package braid.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.guest.Guest;
import braid.guest.python.PythonGuest;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.trace.Action;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /// Each attempt has a module of its own that nobody has loaded yet and that is compiled.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fractions | _braid.unmarshal_by(ours)",
        "textwrap  | marshal.loads = ours",
        "quopri    | _braid.library_code = ours",
        "shlex     | importlib._bootstrap_external._compile_bytecode = ours"
      })
  void a_program_has_no_code_run_in_the_world_after_it(String module, String attempt)
      throws Exception {
    String attacking =
        """
        import importlib._bootstrap_external, marshal, sys
        _braid = sys.modules["_braid"]
        def ours(*data):
            return compile("print('ours')", "main.py", "exec")
        %s
        import %s
        """
            .formatted(attempt, module);
    run(attacking);
    String using =
        """
        import sys, %s as module
        code = sys.modules["_braid"].library_code
        print(module.__spec__.has_location and len(module.__all__) > 0,
              code(module.__spec__.cached).co_filename.endswith(module.__name__ + ".py"))
        """
            .formatted(module);
    assertEquals("True True\n", printed(run(using)));
  }

  @Test
  void only_files_of_the_library_are_shared() throws Exception {
    String asking =
        """
        import sys
        code = sys.modules["_braid"].library_code
        open("/tmp/mine.pyc", "wb").write(b"x" * 100)
        tmp = sys.prefix + "/.." * sys.prefix.count("/") + "/tmp"
        print([code(f) for f in ("/tmp/mine.pyc", tmp + "/mine.pyc", sys.prefix + "/mine.pyc", "")])
        print(code(sys.modules["threading"].__spec__.cached).co_filename.split("/")[-1])
        """;
    assertEquals("[None, None, None, None]\nthreading.py\n", printed(run(asking)));
  }

  private List<Entry> run() throws InterruptedException {
    return run(SMALL);
  }

  private List<Entry> run(String source) throws InterruptedException {
    List<Entry> entries = new ArrayList<>();
    Execution run = execution(source, entries::add);
    run.run(python.open());
    run.awaitClosed();
    return entries;
  }

  private static String printed(List<Entry> entries) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Step step
          && step.action() instanceof Action.Print(var _, var more)) {
        text.append(more);
      }
    }
    return text.toString();
  }

  private static Execution execution(String source, Consumer<Entry> sink) {
    Program program =
        new Program(Language.PYTHON, "main.py", source, Settings.DEFAULT, Limits.DEFAULT);
    return new Execution(program, WorkerMain.newCarrier(), sink);
  }
}
