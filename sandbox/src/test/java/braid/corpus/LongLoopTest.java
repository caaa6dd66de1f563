package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.AsyncioOrder;
import braid.trace.Entry;
import braid.trace.VerdictType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A loop of very many turns is no livelock where it comes nearer its end with each of them, and
/// who computes for ever keeps nobody from what time brings.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LongLoopTest {
  private static final int SECONDS = 60;

  @RegisterExtension private final ExploringWorker worker = new ExploringWorker();

  @ParameterizedTest
  @EnumSource(AsyncioOrder.class)
  void who_gives_way_for_ever_is_told_so(AsyncioOrder order) throws Exception {
    String source =
        """
        import asyncio
        async def main():
            while True:
                await asyncio.sleep(0)
        asyncio.run(main())
        """;
    RealRun run = worker.run(source, ExploringWorker.asking(1, SECONDS).with(order));
    assertEquals(VerdictType.LIMIT, run.verdict().verdict(), run.verdict().detail());
    String detail = run.verdict().detail();
    assertTrue(detail.contains(" did the same "), detail);
  }

  @Test
  void who_only_computes_is_one_execution_however_long() throws Exception {
    String source =
        """
        import threading
        def count(n):
            while n > 0:
                n -= 1
        threads = [threading.Thread(target=count, args=(2_000_000,)) for _ in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        print("over")
        """;
    Entry.Explored found = worker.explored(source);
    assertEquals(1, found.explored());
  }

  @Test
  void a_long_loop_is_no_livelock() throws Exception {
    String source =
        """
        import threading
        counter, lock = 0, threading.Lock()
        def count():
            global counter
            for _ in range(100_000):
                with lock:
                    counter += 1
        threads = [threading.Thread(target=count) for _ in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        """;
    RealRun run = worker.run(source, ExploringWorker.asking(1, SECONDS));
    String detail = run.verdict().detail();
    assertTrue(detail.startsWith("Nothing found in "), detail);
    assertEquals(
        "It was stopped after 20,001 steps. Let loops make fewer turns: a few show what many do.",
        run.explored().orElseThrow().outcomes().getFirst().detail());
  }

  @Test
  void where_no_execution_comes_to_its_end_nobody_says_that_all_are_fine() throws Exception {
    String source =
        """
        def main():
            for _ in range(10 ** 15):
                pass
        main()
        """;
    RealRun run = worker.run(source, ExploringWorker.asking(2, 3));
    assertEquals(VerdictType.LIMIT, run.verdict().verdict(), run.verdict().detail());
    assertEquals(
        "No execution came to its end; the time of 3 s is used up. Allow more time, or make the"
            + " program smaller.",
        run.verdict().detail());
    assertEquals(0, run.explored().orElseThrow().explored());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for _ in range(30_000):",
        "while n < 30_000:\n        n += 1",
        "while True:\n        n += 1\n        if n == 30_000: break"
      })
  void who_goes_round_to_an_end_is_in_no_livelock(String loop) throws Exception {
    String detail = goingRound(loop);
    assertTrue(detail.startsWith("Nothing found in "), detail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for _ in itertools.count():",
        "while True:\n        n += 1\n        if n == 3: continue"
      })
  void who_goes_round_without_an_end_is_in_a_livelock(String loop) throws Exception {
    String detail = goingRound(loop);
    assertTrue(detail.contains(" did the same "), detail);
  }

  /// What one execution of two threads says that go round in such a loop.
  private String goingRound(String loop) throws Exception {
    String source =
        """
        import itertools, threading
        lock = threading.Lock()
        def work():
            n = 0
            %s
                with lock:
                    pass
        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        """
            .formatted(loop);
    return worker.run(source, ExploringWorker.asking(1, SECONDS)).verdict().detail();
  }

  @ParameterizedTest
  @CsvSource({"while running, False", "while True, True"})
  void time_comes_for_who_sleeps_while_another_computes_for_ever(String loop, String isDaemon)
      throws Exception {
    String source =
        """
        import threading, time
        running = True
        def work():
            turns = 0
            %s:
                turns += 1
        threading.Thread(target=work, daemon=%s).start()
        time.sleep(1)
        running = False
        print("over")
        """
            .formatted(loop, isDaemon);
    RealRun run = worker.run(source, ExploringWorker.asking(2, SECONDS));
    Entry.Explored found = run.explored().orElseThrow();
    assertEquals(List.of("over"), Listing.outcomes(found), run.verdict().detail());
    assertFalse(found.complete(), "how long it computes is not tried");
  }
}
