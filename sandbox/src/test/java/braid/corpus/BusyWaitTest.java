package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.AsyncioOrder;
import braid.program.Atomicity;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.Entry;
import braid.trace.Stream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Who looks again and again until something has changed comes to an end in every execution, and
/// how often he looked is no execution of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BusyWaitTest {
  private static final String PROGRAM =
      """
      import queue, threading, time
      from concurrent.futures import Future

      event, lock, q, future = threading.Event(), threading.Lock(), queue.Queue(), Future()
      flag, done = False, 0

      def other():
          global flag
          %s

      thread = threading.Thread(target=other)
      thread.start()
      %s
      print("over")
      """;

  private static final int EXECUTIONS = 2;
  private static final int SECONDS = 60;

  @RegisterExtension private final ExploringWorker worker = new ExploringWorker();

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "flag = True ! while not flag: pass",
        "event.set() ! while not event.is_set(): pass",
        "event.set() ! while not event.is_set(): time.sleep(0)",
        "event.set() ! while True: % if event.is_set(): break",
        "q.put(1) ! while q.empty(): pass",
        "q.put(1) ! while not q.qsize(): pass",
        "future.set_result(1) ! while not future.done(): pass",
        "pass ! while thread.is_alive(): pass",
        "pass ! while threading.active_count() > 1: pass",
        // Time passes while somebody looks, when nobody else can go on.
        "time.sleep(1); flag = True ! while not flag: pass",
        "time.sleep(1); flag = True ! while True: % if flag: break",
        "time.sleep(1); event.set() ! while not event.is_set(): pass",
        "pass ! threading.Timer(1, event.set).start() % while not event.is_set(): pass",
        "pass ! end = time.time() + 1 % while time.time() < end: pass",
      })
  void it_ends_and_there_is_one_execution(String other, String looking) throws Exception {
    Entry.Explored found = worker.explored(PROGRAM.formatted(other, lines(looking)));
    assertEquals(List.of("over"), Listing.outcomes(found));
    assertEquals(1, found.explored());
  }

  @Test
  void a_lock_is_taken_by_looking_again_until_it_is_free() throws Exception {
    Entry.Explored found =
        worker.twoThreads(
            """
            import threading
            lock = threading.Lock()
            order = []
            def work(n):
                while not lock.acquire(blocking=False):
                    pass
                order.append(n)
                lock.release()
            """,
            "order");
    assertEquals(List.of("[0, 1]", "[1, 0]"), Listing.outcomes(found));
    assertEquals(2, found.explored());
  }

  @Test
  void two_wait_for_what_a_third_does_later() throws Exception {
    Entry.Explored found =
        worker.explored(
            """
            import threading, time
            go, seen = False, []
            def work(n):
                while not go:
                    pass
                seen.append(n)
            threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
            for thread in threads: thread.start()
            time.sleep(1)
            go = True
            for thread in threads: thread.join()
            print(seen)
            """);
    assertEquals(List.of("[0, 1]", "[1, 0]"), Listing.outcomes(found));
    assertEquals(2, found.explored());
  }

  @Test
  void what_the_program_calls_done_may_do_anything() throws Exception {
    Entry.Explored found =
        worker.explored(
            """
            class Countdown:
                turns = iter(range(3))
                def done(self):
                    return next(self.turns, None) is None
            countdown = Countdown()
            while not countdown.done():
                pass
            print("over")
            """);
    assertEquals(List.of("over"), Listing.outcomes(found));
    assertTrue(found.complete());
  }

  @Test
  void who_computes_between_two_looks_comes_to_the_end_as_well() throws Exception {
    String source =
        """
        import threading, time
        event, turns = threading.Event(), 0
        def work():
            global turns
            while not event.is_set():
                turns += 1
        thread = threading.Thread(target=work)
        thread.start()
        time.sleep(1)
        event.set()
        thread.join()
        print("over")
        """;
    Entry.Explored found = explored(source, AsyncioOrder.STRICT);
    assertEquals(List.of("over"), Listing.outcomes(found));
    assertFalse(found.complete(), "how often it looks is not tried");
  }

  @Test
  void a_long_schedule_of_busy_waiting_replays() throws Exception {
    String source =
        """
        import threading, time
        stop, ended = threading.Event(), []
        def work(n):
            turns = 0
            while not stop.is_set():
                turns += 1
            ended.append(n)
        threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
        for thread in threads: thread.start()
        time.sleep(1)
        stop.set()
        for thread in threads: thread.join()
        print(ended)
        """;
    Entry.Explored found = explored(source, AsyncioOrder.STRICT);
    assertEquals(List.of("[0, 1]", "[1, 0]"), Listing.outcomes(found));
    for (Entry.Ending ending : found.outcomes()) {
      Settings replay =
          new Settings(StrategyName.DPOR, 0, Atomicity.LANGUAGE, 4, true, ending.schedule());
      RealRun run = worker.run(source, replay);
      assertEquals(ending.output(), run.text(Stream.STDOUT), run.verdict().detail());
    }
  }

  @ParameterizedTest
  @EnumSource(AsyncioOrder.class)
  void an_event_loop_passes_time_for_tasks_that_only_give_way(AsyncioOrder order) throws Exception {
    String source =
        """
        import asyncio
        done = False
        async def other():
            global done
            await asyncio.sleep(1)
            done = True
        async def main():
            task = asyncio.create_task(other())
            while not done:
                await asyncio.sleep(0)
            print("over")
        asyncio.run(main())
        """;
    Entry.Explored found = explored(source, order);
    assertEquals(List.of("over"), Listing.outcomes(found));
  }

  private Entry.Explored explored(String source, AsyncioOrder order) throws Exception {
    return worker
        .run(source, ExploringWorker.asking(EXECUTIONS, SECONDS).with(order))
        .explored()
        .orElseThrow();
  }

  private static String lines(String statements) {
    return statements.replace(" % ", "\n").replace("True:\n", "True:\n    ");
  }
}
