package braid.runner;

import braid.detect.Judge;
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
import braid.worker.TraceHeader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One program run once, from header to verdict. [#run] is called once, by one thread; [#stop] by
/// any.
final class Execution implements Job {
  private final Program program;
  private final Carrier carrier;
  private final Consumer<Entry> sink;
  private final Judge judge = new Judge();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Optional<Kernel> running = Optional.empty();
  private volatile boolean isStopped;
  private final Closer closer = new Closer();

  Execution(Program program, Carrier carrier, Consumer<Entry> sink) {
    this.program = program;
    this.carrier = carrier;
    this.sink = sink;
  }

  @Override
  public Result run(World world) throws InterruptedException {
    Schedules.Plan plan;
    try {
      plan = Schedules.plan(program);
    } catch (UnfitSchedule e) {
      closer.close(world::close);
      sink.accept(TraceHeader.of(program));
      return Job.refuse(new Reason.Refused(0, e.getMessage()), sink);
    }
    sink.accept(TraceHeader.of(program, plan.settings()));
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
      isClean = carry(world, program.with(plan.settings()), kernel);
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
    judge.note(entry);
    sink.accept(entry);
  }

  private boolean carry(World world, Program planned, Kernel kernel) throws InterruptedException {
    CarrierThread thread = CarrierThread.start(() -> drain(world.main(planned, kernel), kernel));
    if (isStopped) {
      kernel.end(new Reason.Stopped());
    }
    if (!over.await(program.wallMillis(), TimeUnit.MILLISECONDS)) {
      long seconds = program.wallMillis() / 1000;
      kernel.end(new Reason.LimitReached(LimitType.WALL, seconds, "seconds", goingOn(kernel)));
    }
    closer.close(world::close);
    return thread.awaitEnd();
  }

  /// Who is computing where, as another thread sees it: it may be a moment old.
  private static Reason.Going goingOn(Kernel kernel) {
    return kernel.steps() == 0
        ? Reason.Going.UNKNOWN
        : new Reason.Going(List.of(kernel.current()), 0, kernel.line(), kernel.line());
  }

  @Override
  public boolean awaitClosed() throws InterruptedException {
    return closer.awaitClosed();
  }

  private void drain(Runnable main, Kernel kernel) {
    try {
      kernel.begin("MainThread", main);
      carrier.drain(
          () -> {
            if (kernel.ending().isPresent()) {
              over.countDown();
            }
            return kernel.isOver();
          });
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      over.countDown();
    }
  }

  @Override
  public void stop() {
    isStopped = true;
    running.ifPresent(kernel -> kernel.end(new Reason.Stopped()));
    over.countDown();
  }

  private Result conclude(Settings settings, Kernel kernel, boolean isClean) {
    Reason ending = kernel.ending().orElse(new Reason.Refused(0, "the run ended without a reason"));
    Judge.Judgement judged = judge.judge(ending, kernel.firstUncaught());
    sink.accept(
        new Entry.Verdict(
            judged.verdict(),
            judged.detail(),
            judged.reason(),
            kernel.steps(),
            kernel.endNanos(),
            Schedules.token(program, settings, kernel.choices())));
    return new Result(judged.verdict(), isClean && judged.verdict() != VerdictType.LIMIT);
  }
}
