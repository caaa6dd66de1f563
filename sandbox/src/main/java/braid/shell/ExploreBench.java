package braid.shell;

import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.Entry;
import braid.trace.TraceLines;
import braid.worker.pool.RunEnd;
import braid.worker.pool.RunListener;
import braid.worker.pool.WorkerPool;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// How many executions in a second an exploring worker makes, races watched, from outside: over the
/// first ten seconds of its life, and over the last ten, when it is warm.
final class ExploreBench {
  private static final long PART_NANOS = 10_000_000_000L;
  private static final String LOST_UPDATE =
      """
      import threading
      counter = 0
      def add():
          global counter
          counter += 1
      threads = [threading.Thread(target=add) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      print(counter)
      """;

  private static final String HUNDRED_STEPS =
      """
      import threading
      counter = 0
      lock = threading.Lock()
      def add():
          global counter
          for _ in range(12):
              with lock:
                  counter += 1
      threads = [threading.Thread(target=add) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      print(counter)
      """;

  private final PrintStream out;
  private final int seconds;

  ExploreBench(PrintStream out, int seconds) {
    this.out = out;
    this.seconds = seconds;
  }

  /// Measures on a worker of this pool.
  void run(WorkerPool pool) throws InterruptedException {
    measure(pool, "lost update, 2 threads", LOST_UPDATE);
    measure(pool, "2 threads, 100 steps", HUNDRED_STEPS);
  }

  private void measure(WorkerPool pool, String name, String source) throws InterruptedException {
    Settings settings =
        Settings.exploring(
            StrategyName.RANDOM,
            1,
            Atomicity.LANGUAGE,
            new Exploring(Exploring.BUDGET_MAX, -1, seconds));
    Listener listener = new Listener();
    pool.start(new Program(Language.PYTHON, "main.py", source, settings, Limits.DEFAULT), listener);
    listener.over.await();
    out.printf("explored for %d s: %s%n", seconds, name);
    out.printf("  %-46s %8.0f%n", "executions per second, first 10 s", listener.firstRate());
    out.printf("  %-46s %8.0f%n", "executions per second, last 10 s", listener.lastRate());
    out.flush();
  }

  /// When how many executions had been made.
  private record Told(long nanos, long explored) {
    double rateTo(Told later) {
      return (later.explored - explored) * 1e9 / Math.max(1, later.nanos - nanos);
    }
  }

  private static final class Listener implements RunListener {
    private final List<Told> told = new ArrayList<>(List.of(new Told(System.nanoTime(), 0)));
    private final CountDownLatch over = new CountDownLatch(1);

    @Override
    public void lines(List<String> lines) {
      for (String line : lines) {
        if (TraceLines.read(line) instanceof Entry.Explored explored) {
          told.add(new Told(System.nanoTime(), explored.explored()));
        }
      }
    }

    @Override
    public void ended(RunEnd end) {
      over.countDown();
    }

    double firstRate() {
      Told first = told.getFirst();
      Told last = first;
      for (Told each : told) {
        last = each.nanos - first.nanos <= PART_NANOS ? each : last;
      }
      return first.rateTo(last);
    }

    double lastRate() {
      Told last = told.getLast();
      Told first = told.getFirst();
      for (Told each : told) {
        first = last.nanos - each.nanos >= PART_NANOS ? each : first;
      }
      return first.rateTo(last);
    }
  }
}
