package braid.runner;

import braid.detect.Judge;
import braid.detect.Names;
import braid.guest.World;
import braid.kernel.Kernel;
import braid.kernel.carrier.Carrier;
import braid.kernel.schedule.UnfitSchedule;
import braid.program.Program;
import braid.program.Settings;
import braid.trace.Entry;
import braid.trace.LimitType;
import braid.trace.Reason;
import braid.trace.VerdictType;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One program run once, from header to verdict. [#run] is called once, by one thread; [#stop] by
/// any.
final class Execution {
  /// Tasks that do not unwind within this time are left behind, with the process they are in.
  private static final long UNWIND_MILLIS = 1_000;

  /// A world that does not close within this time takes its process with it.
  private static final long CLOSE_MILLIS = 20_000;

  private static final long STACK_BYTES = 512L << 20;

  private final Program program;
  private final Carrier carrier;
  private final Consumer<Entry> sink;
  private final Names names = new Names();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Optional<Kernel> running = Optional.empty();
  private volatile boolean isStopped;
  private Thread closer = Thread.ofPlatform().unstarted(() -> {});

  Execution(Program program, Carrier carrier, Consumer<Entry> sink) {
    this.program = program;
    this.carrier = carrier;
    this.sink = sink;
  }

  /// How it went. `isClean` says that every task has unwound and the process can serve the next.
  record Result(VerdictType verdict, boolean isClean) {}

  Result run(World world) throws InterruptedException {
    Schedules.Plan plan;
    try {
      plan = Schedules.plan(program);
    } catch (UnfitSchedule e) {
      close(world);
      sink.accept(header(program.settings()));
      return conclude(new Reason.Refused(0, e.getMessage()), true);
    }
    sink.accept(header(plan.settings()));
    OutputMeter meter = new OutputMeter(program.limits().outputBytes(), this::pass);
    Kernel kernel =
        new Kernel(Schedules.rules(program, plan.settings()), plan.strategy(), carrier, meter);
    Consumer<Reason> end =
        reason -> {
          kernel.end(reason);
          over.countDown();
        };
    meter.end(end);
    running = Optional.of(kernel);
    boolean isClean;
    try (MemoryWatch _ = new MemoryWatch(program.limits().heapBytes(), end)) {
      isClean = carry(world, kernel);
    }
    if (isClean) {
      kernel.flush();
    }
    meter.close();
    if (!kernel.isRecording()) {
      sink.accept(kernel.counters());
    }
    return conclude(plan.settings(), kernel, isClean);
  }

  private void pass(Entry entry) {
    names.note(entry);
    sink.accept(entry);
  }

  private boolean carry(World world, Kernel kernel) throws InterruptedException {
    Thread thread = new Thread(null, () -> drain(world, kernel), "carrier", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    if (isStopped) {
      kernel.end(new Reason.Stopped());
    }
    if (!over.await(program.wallMillis(), TimeUnit.MILLISECONDS)) {
      kernel.end(new Reason.LimitReached(LimitType.WALL, program.wallMillis() / 1000, "seconds"));
    }
    close(world);
    thread.join(UNWIND_MILLIS);
    return !thread.isAlive();
  }

  /// Closing takes its time, and what hangs in the guest must not hold up the verdict.
  private void close(World world) {
    closer = Thread.ofPlatform().daemon().name("closer").start(world::close);
  }

  /// After [#run]: waits until nothing of the world is left; false when something stays.
  boolean awaitClosed() throws InterruptedException {
    closer.join(CLOSE_MILLIS);
    return !closer.isAlive();
  }

  private void drain(World world, Kernel kernel) {
    try {
      kernel.begin("MainThread", world.main(program, kernel));
      carrier.drain(
          () -> {
            if (kernel.ending().isPresent()) {
              over.countDown();
            }
            return kernel.ending().isPresent() && !kernel.tryUnwind();
          });
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  /// Ends the run at once, as its user wished. Thread-safe.
  void stop() {
    isStopped = true;
    running.ifPresent(kernel -> kernel.end(new Reason.Stopped()));
    over.countDown();
  }

  private Entry.Header header(Settings settings) {
    return new Entry.Header(
        Entry.VERSION,
        program.language().name().toLowerCase(Locale.ROOT),
        program.sourceHash(),
        word(settings.strategy()),
        settings.seed(),
        word(settings.atomicity()),
        settings.cores(),
        settings.hasGil());
  }

  private static String word(Enum<?> constant) {
    try {
      return constant
          .getDeclaringClass()
          .getField(constant.name())
          .getAnnotation(JsonProperty.class)
          .value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum has a field for each constant", e);
    }
  }

  private Result conclude(Reason refusal, boolean isClean) {
    Judge.Judgement judged = new Judge(names).judge(refusal, Optional.empty());
    sink.accept(new Entry.Verdict(judged.verdict(), judged.detail(), judged.reason(), 0, 0, ""));
    return new Result(judged.verdict(), isClean);
  }

  private Result conclude(Settings settings, Kernel kernel, boolean isClean) {
    Reason ending = kernel.ending().orElse(new Reason.Refused(0, "the run ended without a reason"));
    Judge.Judgement judged = new Judge(names).judge(ending, kernel.firstUncaught());
    sink.accept(
        new Entry.Verdict(
            judged.verdict(),
            judged.detail(),
            judged.reason(),
            kernel.steps(),
            kernel.endNanos(),
            Schedules.token(program, settings, kernel)));
    return new Result(judged.verdict(), isClean && judged.verdict() != VerdictType.LIMIT);
  }
}
