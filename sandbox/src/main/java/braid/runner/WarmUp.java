package braid.runner;

import braid.guest.Guest;
import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// Runs small programs, or explores one, before the first real one and while nobody wants anything,
/// so that this one finds everything loaded and compiled.
final class WarmUp {
  private static final int ROUNDS = Integer.getInteger("braid.warmup", 0);
  private static final int IDLE_ROUNDS = Integer.getInteger("braid.warmup.idle", 0);
  private static final boolean IS_EXPLORING = Boolean.getBoolean("braid.exploring");
  private static final int TRAINING_ROUNDS = 25;
  private static final int EXPLORING_ROUNDS = 3;
  private static final int LONG_ROUNDS = 2;
  private static final int LONG_EVERY = 10;

  /// Executions of a round of exploring, enough for the compiler to take notice.
  private static final int EXECUTIONS = 300;

  private static final int SECONDS_MAX = 10;

  /// Whoever comes again at once meets nothing that has just begun.
  private static final long PAUSE_MILLIS = 300;
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

  private final Guest guest;
  private final AtomicInteger idleRounds = new AtomicInteger();
  private Rest last = new Rest();

  WarmUp(Guest guest) {
    this.guest = guest;
  }

  /// What is done before anybody is served.
  void run() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      round(round).run();
    }
  }

  /// Goes on with warming up until it is closed or enough, on a thread of its own. Called by one
  /// thread.
  Rest rest() {
    Rest rest = new Rest();
    if (idleRounds.get() < IDLE_ROUNDS) {
      rest.begin(last);
      last = rest;
    }
    return rest;
  }

  /// All a worker does in its life, for the JVM to learn from.
  void train() throws InterruptedException {
    for (int round = 0; round < TRAINING_ROUNDS; round++) {
      executing(SOURCE).run();
    }
    for (int round = 0; round < LONG_ROUNDS; round++) {
      executing(LONG).run();
    }
    for (int round = 0; round < EXPLORING_ROUNDS; round++) {
      exploring(StrategyName.DPOR, Exploring.BUDGET_MAX).run();
    }
  }

  private Round round(int number) {
    if (!IS_EXPLORING) {
      return executing(number % LONG_EVERY == LONG_EVERY - 1 ? LONG : SOURCE);
    }
    return number == 0
        ? exploring(StrategyName.DPOR, Exploring.BUDGET_MAX)
        : exploring(StrategyName.RANDOM, EXECUTIONS);
  }

  private Round executing(String source) {
    Program program =
        new Program(Language.PYTHON, "main.py", source, Settings.DEFAULT, Limits.DEFAULT);
    return new Round(new Execution(program, WorkerMain.newCarrier(), entry -> {}));
  }

  private Round exploring(StrategyName strategy, int budget) {
    Settings settings =
        Settings.exploring(strategy, 0, Atomicity.LANGUAGE, new Exploring(budget, -1, SECONDS_MAX));
    Program program = new Program(Language.PYTHON, "main.py", RACE, settings, Limits.DEFAULT);
    return new Round(new Exploration(program, WorkerMain.newCarrier(), guest, entry -> {}));
  }

  /// One program, in a world of its own.
  private final class Round {
    private final Job job;

    Round(Job job) {
      this.job = job;
    }

    void run() throws InterruptedException {
      job.run(guest.open());
      job.awaitClosed();
    }
  }

  /// A time in which nobody wants anything.
  final class Rest implements AutoCloseable {
    private volatile Optional<Round> present = Optional.empty();
    private volatile boolean isClosed;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    private void begin(Rest former) {
      thread = Thread.ofPlatform().daemon().name("warm-up").start(() -> useIt(former));
    }

    private void useIt(Rest former) {
      try {
        former.thread.join();
        Thread.sleep(PAUSE_MILLIS);
        while (!isClosed && idleRounds.get() < IDLE_ROUNDS) {
          Round round = round(idleRounds.getAndIncrement());
          present = Optional.of(round);
          if (!isClosed) {
            round.run();
          }
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }

    /// Somebody wants something: what goes on is stopped, and nobody waits for it.
    @Override
    public void close() {
      isClosed = true;
      present.ifPresent(round -> round.job.stop());
    }
  }
}
