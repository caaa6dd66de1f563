package braid.runner;

import braid.guest.Guest;
import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.program.StrategyName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
  private static final int LIBRARY_ROUNDS = 3;
  private static final int TURNS = 10;

  /// Executions of a round of exploring, enough for the compiler to take notice.
  private static final int EXECUTIONS = 300;

  private static final int SECONDS_MAX = 10;

  /// Whoever comes again at once meets nothing that has just begun.
  private static final long PAUSE_MILLIS = 300;

  private final Guest guest;
  private final AtomicInteger idleRounds = new AtomicInteger();
  private Rest last = new Rest();

  WarmUp(Guest guest) {
    this.guest = guest;
  }

  /// What is done before anybody is served.
  void run() throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      (IS_EXPLORING ? round(0) : executing("running", Settings.DEFAULT)).run();
    }
  }

  /// Where it is allowed, goes on with warming up until it is closed or enough, on a thread of its
  /// own. Called by one thread.
  Rest rest(boolean isAllowed) {
    Rest rest = new Rest();
    if (isAllowed && idleRounds.get() < IDLE_ROUNDS) {
      rest.begin(last);
      last = rest;
    }
    return rest;
  }

  /// All a worker does in its life, for the JVM to learn from.
  void train() throws InterruptedException {
    for (int round = 0; round < TRAINING_ROUNDS; round++) {
      executing("running", Settings.DEFAULT).run();
    }
    for (int round = 0; round < LONG_ROUNDS; round++) {
      executing("long", Settings.DEFAULT).run();
      executing("race", told(round)).run();
    }
    for (int round = 0; round < LIBRARY_ROUNDS; round++) {
      executing("library", Settings.DEFAULT).run();
    }
    for (int round = 0; round < EXPLORING_ROUNDS; round++) {
      exploring("race", StrategyName.DPOR, Exploring.BUDGET_MAX).run();
    }
  }

  private Round round(int number) {
    if (!IS_EXPLORING) {
      return switch (number % TURNS) {
        case 1 -> executing("library", Settings.DEFAULT);
        case 0, 2 -> executing("race", told(number));
        case TURNS - 1 -> executing("long", Settings.DEFAULT);
        default -> executing("running", Settings.DEFAULT);
      };
    }
    return switch (number) {
      case 0 -> exploring("race", StrategyName.DPOR, Exploring.BUDGET_MAX);
      case 1 -> executing("library", Settings.DEFAULT);
      default -> exploring(number % 2 == 0 ? "race" : "meeting", StrategyName.RANDOM, EXECUTIONS);
    };
  }

  private Round executing(String name, Settings settings) {
    Program program = program(name, settings);
    return new Round(new Execution(program, WorkerMain.newCarrier(), entry -> {}));
  }

  /// Those of a run in which every access of shared memory is told, as when a failure is played.
  private static Settings told(int seed) {
    return new Settings(
        StrategyName.RANDOM,
        seed,
        Atomicity.LANGUAGE,
        Settings.DEFAULT.cores(),
        Settings.DEFAULT.hasGil(),
        "");
  }

  private Round exploring(String name, StrategyName strategy, int budget) {
    Settings settings =
        Settings.exploring(strategy, 0, Atomicity.LANGUAGE, new Exploring(budget, -1, SECONDS_MAX));
    Program program = program(name, settings);
    return new Round(new Exploration(program, WorkerMain.newCarrier(), guest, entry -> {}));
  }

  /// One of the programs in the folder `warmup`.
  private static Program program(String name, Settings settings) {
    try (InputStream in = WarmUp.class.getResourceAsStream("warmup/" + name + ".py")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks the program " + name);
      }
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Program(Language.PYTHON, "main.py", source, settings, Limits.DEFAULT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
          if (isClosed) {
            // What was broken off is begun again another time.
            idleRounds.getAndDecrement();
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
