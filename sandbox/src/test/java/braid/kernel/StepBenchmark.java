package braid.kernel;

import braid.kernel.carrier.Carrier;
import braid.kernel.carrier.VirtualCarrier;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.Strategy;
import braid.primitive.Mutex;
import braid.trace.ObjectType;
import braid.trace.TaskType;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// What a step of the kernel costs without a guest: taking and giving back a free lock, by the same
/// task again and again, and by two tasks in turn. Nothing is recorded. Run by `./braid bench`.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-opens=java.base/java.lang=ALL-UNNAMED")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {
  private static final int STEPS = 100_000;
  private static final Rules EXPLORING = new Rules(false, 0, 4, true, 1_000, 0, 10, 10);
  private static final Rules SIMULATING = new Rules(true, 0, 4, true, 1_000, 0, 10, 10);

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long same_task() throws InterruptedException {
    return execute(EXPLORING, Strategy.keep(), kernel -> lockAgainAndAgain(kernel, STEPS));
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long same_task_on_the_simulated_machine() throws InterruptedException {
    return execute(SIMULATING, Strategy.simulate(), kernel -> lockAgainAndAgain(kernel, STEPS));
  }

  @Benchmark
  @OperationsPerInvocation(STEPS)
  public long other_task() throws InterruptedException {
    return execute(
        EXPLORING,
        Strategy.roundRobin(),
        kernel -> {
          int other = kernel.create(TaskType.THREAD, "other", false);
          kernel.start(other, () -> lockAgainAndAgain(kernel, STEPS / 2));
          lockAgainAndAgain(kernel, STEPS / 2);
        });
  }

  private static void lockAgainAndAgain(Kernel kernel, int steps) {
    int lock = kernel.add(ObjectType.LOCK, "lock", 1, -1, Mutex.plain());
    for (int i = 0; i < steps; i += 2) {
      kernel.acquire(lock, -1);
      kernel.release(lock, 1);
    }
  }

  private static long execute(Rules rules, Strategy strategy, Consumer<Kernel> main)
      throws InterruptedException {
    Carrier carrier = VirtualCarrier.tryOpen().orElseThrow();
    Kernel kernel = new Kernel(rules, strategy, carrier, _ -> {});
    kernel.begin("main", () -> main.accept(kernel));
    carrier.drain(kernel::isOver);
    return kernel.steps();
  }
}
