package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One thread looks at what another is about to change, or changes it, too: explorations find every
/// outcome that there is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LookTest {
  private static final String PROGRAM =
      """
      import concurrent.futures, dataclasses, queue, sys, threading
      from concurrent.futures import Future, ThreadPoolExecutor

      @dataclasses.dataclass
      class Point:
          x: int = 0

      l, m, d, seen, point = [], [], {}, [], Point()
      thing = %s

      def one():
          %s

      def other():
          %s

      def work(n):
          one() if n == 0 else other()
      """;

  private static final String CACHES =
      """
      import functools, threading

      made = []

      class Page:
          @functools.cached_property
          def text(self):
              made.append(1)

          @functools.lru_cache
          def size(self):
              made.append(1)

      @functools.cache
      def slow(n):
          made.append(n)

      page = Page()

      def work(n):
          %s
      """;

  @RegisterExtension private final ExploringWorker worker = new ExploringWorker();

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "slow(1) ! [1, 1];[1]",
        "slow(n) ! [0, 1];[1, 0]",
        "page.text ! [1, 1];[1]",
        "page.size() ! [1, 1];[1]",
        "slow(1) or made.append(slow.cache_info().currsize) ! [1, 1, 1, 1];[1, 1, 1]",
      })
  void two_may_miss_in_a_cache_at_once(String use, String outcomes) throws Exception {
    Entry.Explored found = worker.twoThreads(CACHES.formatted(use), "made");
    assertEquals(List.of(outcomes.split(";")), Listing.outcomes(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "queue.Queue() ! thing.put(1) ! seen.append(thing.qsize()) ! [0];[1]",
        "queue.Queue(1) ! thing.put(1) ! seen.append(thing.full()) ! [False];[True]",
        "queue.LifoQueue()! thing.put(1) ! seen.append(thing.empty()) ! [False];[True]",
        "queue.SimpleQueue() ! thing.put(1) ! seen.append(thing.empty()) ! [False];[True]",
        "Future() ! thing.set_result(1) ! seen.append(thing.done()) ! [False];[True]",
        "Future() ! thing.set_running_or_notify_cancel() ! seen.append(thing.running())"
            + " ! [False];[True]",
        "Future() ! thing.set_running_or_notify_cancel() ! seen.append(thing.cancel())"
            + " ! [False];[True]",
        "Future() ! thing.cancel() ! seen.append(thing.cancelled()) ! [False];[True]",
        "Future() ! thing.add_done_callback(lambda _: seen.append(1)); thing.cancel()"
            + " ! thing.add_done_callback(lambda _: seen.append(2)) ! [1, 2];[2, 1]",
        "ThreadPoolExecutor(1) ! thing.shutdown(); seen.append(1)"
            + " ! seen.append(thing.submit(int, 2).result())"
            + " ! [1];[1, 2];[2, 1]",
        "0 ! pass ! seen.append(threading.active_count()) ! [2];[3]",
        "0 ! pass ! seen.append(len(threading.enumerate())) ! [2];[3]",
        "0 ! pass ! seen.append(threads[0].is_alive()) ! [False];[True]",
        "0 ! seen.append(threads[1].is_alive()) ! pass ! [False];[True]",
        "0 ! thing = threading.Thread(); seen.append(1) ! seen.append(threading.Thread().name[-1])"
            + " ! [1, '3'];[1, '4'];['3', 1];['4', 1]",
        // A list is touched until the last key is known.
        "[2, 1] ! thing.sort(key=lambda i: d.get(i, i)); seen.extend(thing)"
            + " ! d[1] = 3; thing.append(0)"
            + " ! [];[1, 2];[2, 1];[1, 2, 0];[2, 1, 0];[0, 2, 1]",
        "0 ! pass ! threads[0].join(); seen.append(threads[0].is_alive()) ! [False]",
      })
  void what_another_changes_is_seen_before_and_afterwards(
      String thing, String one, String other, String outcomes) throws Exception {
    assertEquals(printed(outcomes), outcomes(thing, one, other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "print(1, end='') ! print(2, end='') ! 12[];21[]",
        "sys.stdout.write('1') ! print(2) ! 12|[];2|1[]",
        "print(1, end='', flush=True) ! print(2) ! 12|[];2|1[]",
        "l.append(1); d[1] = 1 ! print(d, l) ! {} []|[];{} [1]|[];{1: 1} [1]|[]",
        "l.append(1); d[1] = 1 ! print('%s %s' % (d, l)) ! {} []|[];{} [1]|[];{1: 1} [1]|[]",
        "l.append(1); d[1] = 1 ! print('{} {}'.format(d, l)) ! {} []|[];{} [1]|[];{1: 1} [1]|[]",
        "l.append(1); m.append(1) ! seen.append(l == m) ! [False];[True]",
        "l.append(1); m.append(1) ! seen.extend(m + l) ! [];[1];[1, 1]",
        "l.append(1); m.append(1) ! m.extend(l); print(m) ! []|[];[1]|[];[1, 1]|[]",
        "l.append(1) ! d[0] = l; print(d) ! {0: []}|[];{0: [1]}|[]",
        "l.append(1) ! print((l, 0)) ! ([], 0)|[];([1], 0)|[]",
        "point.x = 1 ! print(point) ! Point(x=0)|[];Point(x=1)|[]",
        "point.x = 1 ! seen.append(point == Point(1)) ! [False];[True]",
        "x = l; x += [1] ! seen.append(len(l)) ! [0];[1]",
      })
  void what_one_call_looks_into_is_seen_as_it_is_then(String one, String other, String outcomes)
      throws Exception {
    assertEquals(printed(outcomes), outcomes("0", one, other));
  }

  @Test
  void futures_that_are_waited_for_end_in_any_order() throws Exception {
    assertEquals(
        Set.of("[1, 2]\n", "[2, 1]\n"),
        outcomes(
            """
            from concurrent.futures import ThreadPoolExecutor, as_completed
            with ThreadPoolExecutor(2) as pool:
                futures = [pool.submit(int, 1), pool.submit(int, 2)]
                print([each.result() for each in as_completed(futures)])
            """));
  }

  @Test
  void the_first_future_to_end_may_be_any_of_them() throws Exception {
    assertEquals(
        Set.of("[1]\n", "[2]\n", "[1, 2]\n"),
        outcomes(
            """
            from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
            with ThreadPoolExecutor(2) as pool:
                futures = [pool.submit(int, 1), pool.submit(int, 2)]
                done, _ = wait(futures, return_when=FIRST_COMPLETED)
                print(sorted(each.result() for each in done))
            """));
  }

  @Test
  void a_pool_uses_an_idle_thread_again_or_begins_another() throws Exception {
    assertEquals(
        Set.of("0 0\n", "0 1\n", "1 0\n", "1 1\n"),
        outcomes(
            """
            import threading
            from concurrent.futures import ThreadPoolExecutor
            def name():
                return threading.current_thread().name[-1]
            pool = ThreadPoolExecutor(2)
            a = pool.submit(name)
            b = pool.submit(name)
            print(a.result(), b.result())
            """));
  }

  private Set<String> outcomes(String thing, String one, String other) throws Exception {
    return outcomes(worker.twoThreads(PROGRAM.formatted(thing, one, other), "seen"));
  }

  private Set<String> outcomes(String source) throws Exception {
    return outcomes(worker.explored(source));
  }

  private static Set<String> outcomes(Entry.Explored explored) {
    assertTrue(explored.complete());
    return explored.outcomes().stream()
        .map(outcome -> outcome.output())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Outputs are separated by semicolons, and a bar ends a line of one.
  private static Set<String> printed(String outcomes) {
    return Arrays.stream(outcomes.split(";"))
        .map(each -> each.strip().replace('|', '\n') + "\n")
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
