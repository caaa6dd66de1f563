package braid.runner;

import braid.explore.Algorithm;
import braid.explore.ExploreRules;
import braid.explore.Explorer;
import braid.explore.Findings;
import braid.guest.Guest;
import braid.guest.World;
import braid.kernel.carrier.Carrier;
import braid.program.Exploring;
import braid.program.Program;
import braid.program.Settings;
import braid.trace.Entry;
import braid.trace.Reason;
import braid.trace.VerdictType;
import braid.worker.TraceHeader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One program executed many times, from header to verdict. [#run] is called once, by one thread;
/// [#stop] by any.
final class Exploration implements Job {
  /// After so many points an execution is taken to go on for ever.
  private static final int STEPS_MAX = 20_000;

  /// So long an execution may still take when the time is up.
  private static final long GRACE_MILLIS = 2_000;

  private final Program program;
  private final Carrier carrier;
  private final Guest guest;
  private final Consumer<Entry> sink;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Closer closer = new Closer();
  private final FoundEntries found;
  private volatile boolean isStopped;
  private volatile boolean isExploring = true;
  private volatile Runnable ending = () -> {};

  /// @param guest opens further worlds where the program needs them
  Exploration(Program program, Carrier carrier, Guest guest, Consumer<Entry> sink) {
    this.program = program;
    this.carrier = carrier;
    this.guest = guest;
    this.sink = sink;
    this.found = new FoundEntries(program, System::nanoTime, sink);
  }

  @Override
  public Result run(World world) throws InterruptedException {
    sink.accept(TraceHeader.of(program));
    Worlds worlds = Worlds.of(program, world, guest);
    Repetition repetition = new Repetition(program, worlds, carrier);
    Explorer explorer = new Explorer(repetition, rules(), found::tell);
    ending =
        () -> {
          explorer.stop();
          repetition.end(new Reason.Stopped());
        };
    if (isStopped) {
      ending.run();
    }
    CarrierThread thread = CarrierThread.start(() -> explore(explorer, repetition));
    try (MemoryWatch _ = new MemoryWatch(program.limits().heapBytes(), _ -> ending.run())) {
      long cutMillis = program.settings().exploring().seconds() * 1000L + GRACE_MILLIS;
      if (!over.await(cutMillis, TimeUnit.MILLISECONDS) && isExploring) {
        explorer.stop();
        repetition.cut();
      }
      if (!over.await(program.wallMillis() - cutMillis, TimeUnit.MILLISECONDS)) {
        ending.run();
      }
      over.await(CarrierThread.UNWIND_MILLIS, TimeUnit.MILLISECONDS);
    }
    closer.close(worlds::close);
    return conclude(thread.awaitEnd());
  }

  private void explore(Explorer explorer, Repetition repetition) {
    try {
      Findings last = explorer.explore();
      isExploring = false;
      found.note(last, isStopped);
      // Only now names matter: some more executions, for the sentences about what was found.
      found.explain(repetition.retell(last));
    } finally {
      repetition.close();
      over.countDown();
    }
  }

  private ExploreRules rules() {
    Settings settings = program.settings();
    Exploring exploring = settings.exploring();
    return new ExploreRules(
        Algorithm.valueOf(settings.strategy().name()),
        ExploreRules.Atomicity.valueOf(settings.atomicity().name()),
        exploring.budget(),
        exploring.bound(),
        STEPS_MAX,
        settings.seed(),
        System::nanoTime,
        TimeUnit.SECONDS.toNanos(exploring.seconds()));
  }

  private Result conclude(boolean isClean) {
    Entry.Explored last = found.last();
    sink.accept(last);
    VerdictType verdict = found.verdict();
    sink.accept(
        new Entry.Verdict(
            verdict,
            found.sentence(),
            isStopped ? new Reason.Stopped() : new Reason.Explored(),
            last.explored(),
            0,
            last.schedule()));
    return new Result(verdict, isClean && verdict != VerdictType.LIMIT);
  }

  @Override
  public void stop() {
    isStopped = true;
    ending.run();
  }

  @Override
  public boolean awaitClosed() throws InterruptedException {
    return closer.awaitClosed();
  }
}
