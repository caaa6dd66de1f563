package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.carrier.Carrier;
import braid.kernel.carrier.VirtualCarrier;
import braid.kernel.schedule.Strategy;
import braid.trace.Reason;
import braid.trace.TaskType;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A guest that knows a thread need not get to know another: one new thread an execution makes
/// exploring three times slower.
class ReuseTest {
  private final Carrier carrier = VirtualCarrier.tryOpen().orElseThrow().reusing();
  private final Set<Thread> threads = new HashSet<>();

  @AfterEach
  void close() throws InterruptedException {
    carrier.close();
  }

  private Reason execute(long seed, Consumer<Kernel> work) {
    return Performance.of(
            TestRules.exploring(),
            Strategy.random(seed),
            carrier,
            kernel -> {
              threads.add(Thread.currentThread());
              int child = kernel.create(TaskType.THREAD, "child", false);
              kernel.start(
                  child,
                  () -> {
                    threads.add(Thread.currentThread());
                    work.accept(kernel);
                  });
              work.accept(kernel);
              kernel.join(child, -1);
            })
        .reason();
  }

  @Test
  void the_threads_of_an_execution_serve_in_the_next() {
    for (int seed = 0; seed < 100; seed++) {
      execute(seed, kernel -> kernel.sleep(0));
    }
    assertEquals(2, threads.size());
  }

  @Test
  void a_thread_that_was_cut_off_amid_its_work_serves_no_more() {
    for (int times = 1; times <= 3; times++) {
      assertTrue(execute(1, kernel -> kernel.join(0, -1)) instanceof Reason.Deadlock);
      assertEquals(2 * times, threads.size());
    }
    execute(1, _ -> {});
    assertEquals(8, threads.size());
  }
}
