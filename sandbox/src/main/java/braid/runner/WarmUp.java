package braid.runner;

import braid.guest.Guest;
import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;

/// Runs small programs before the first real one, or explores one, so that this one finds
/// everything loaded.
final class WarmUp {
  private static final int ROUNDS = Integer.getInteger("braid.warmup", 2);
  private static final boolean IS_EXPLORING = Boolean.getBoolean("braid.warmup.exploring");
  private static final int TRAINING_ROUNDS = 25;
  private static final int EXPLORING_ROUNDS = 3;
  private static final int LONG_ROUNDS = 2;
  private static final String SOURCE =
      """
      import threading, time, queue, random

      def work(n):
          for i in range(n):
              with lock:
                  total.append(i)
              time.sleep(0.001)
          done.set()
          orders.put(n)

      total = []
      lock = threading.Lock()
      done = threading.Event()
      ready = threading.Condition()
      orders = queue.Queue(2)
      threads = [threading.Thread(target=work, args=(3,)) for _ in range(2)]
      for thread in threads:
          thread.start()
      done.wait()
      with ready:
          ready.wait(0.01)
      for thread in threads:
          orders.get()
          thread.join()
      print(len(total), f"{time.perf_counter():.3f}")
      """;

  /// Long enough to bring the compiler in.
  private static final String LONG =
      """
      import threading

      def work(n):
          global total
          for i in range(n):
              with lock:
                  total += i % 3

      total = 0
      lock = threading.Lock()
      threads = [threading.Thread(target=work, args=(60_000,)) for _ in range(2)]
      for thread in threads:
          thread.start()
      for i in range(400_000):
          pass
      for thread in threads:
          thread.join()
      """;

  /// Something of what programs are explored for.
  private static final String RACE =
      """
      import threading

      def add():
          global total
          total = total + 1
          with lock:
              seen.append(total)

      total = 0
      seen = []
      lock = threading.Lock()
      threads = [threading.Thread(target=add) for _ in range(2)]
      for thread in threads:
          thread.start()
      for thread in threads:
          thread.join()
      print(total)
      """;

  private static final Settings EXPLORING =
      Settings.exploring(
          StrategyName.DPOR, 0, Atomicity.LANGUAGE, new Exploring(Exploring.BUDGET_MAX, -1, 10));

  private final Guest guest;

  WarmUp(Guest guest) {
    this.guest = guest;
  }

  void run() throws InterruptedException {
    if (IS_EXPLORING) {
      explore(Math.ceilDiv(ROUNDS, 2));
    } else {
      repeat(SOURCE, ROUNDS);
    }
  }

  /// All a worker does in its life, for the JVM to learn from.
  void train() throws InterruptedException {
    repeat(SOURCE, TRAINING_ROUNDS);
    repeat(LONG, LONG_ROUNDS);
    explore(EXPLORING_ROUNDS);
  }

  private void explore(int rounds) throws InterruptedException {
    Program program = new Program(Language.PYTHON, "main.py", RACE, EXPLORING, Limits.DEFAULT);
    for (int round = 0; round < rounds; round++) {
      Exploration exploration =
          new Exploration(program, WorkerMain.newCarrier(), guest, entry -> {});
      exploration.run(guest.open());
      exploration.awaitClosed();
    }
  }

  private void repeat(String source, int rounds) throws InterruptedException {
    Program program =
        new Program(Language.PYTHON, "main.py", source, Settings.DEFAULT, Limits.DEFAULT);
    for (int round = 0; round < rounds; round++) {
      Execution execution = new Execution(program, WorkerMain.newCarrier(), entry -> {});
      execution.run(guest.open());
      execution.awaitClosed();
    }
  }
}
