package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Entry;
import braid.worker.pool.WorkerPool;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What an exploration says of the two accesses of a race, on a real worker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RacesTest {
  private WorkerPool pool;

  @BeforeAll
  void open() throws InterruptedException {
    pool = RealRun.openExploringPool();
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @Test
  void both_accesses_are_told_with_the_calls_they_are_made_in() throws Exception {
    List<Entry.Race> races =
        races(
            """
            import threading

            class Account:
                def __init__(self):
                    self.balance = 0

                def deposit(self, amount):
                    self.balance = self.balance + amount

            account = Account()

            def clerk(amounts):
                def each():
                    [account.deposit(amount) for amount in amounts]
                each()

            class Customer(threading.Thread):
                def run(self):
                    account.deposit(5)

            threads = [threading.Thread(target=clerk, args=([1, 2],)), Customer()]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            """);
    assertTrue(!races.isEmpty());
    for (Entry.Race race : races) {
      assertEquals("Account.balance", race.object());
      for (Entry.Access access : List.of(race.first(), race.second())) {
        String within = access.task().equals("Thread-2") ? "run 19" : "each 14 < clerk 15";
        assertEquals("deposit 8 < " + within, calls(access), access.task());
      }
    }
  }

  @Test
  void the_calls_are_those_at_the_access_after_long_busy_waiting_too() throws Exception {
    List<Entry.Race> races =
        races(
            """
            import threading
            flags = {}

            def work(n):
                flags[n] = n

            for n in range(2):
                threading.Thread(target=work, args=(n,)).start()
            while len(flags) < 2:
                pass
            """);
    assertEquals(3, races.size());
    for (Entry.Race race : races) {
      for (Entry.Access access : List.of(race.first(), race.second())) {
        String wanted = access.task().equals("MainThread") ? "<module> 9" : "work 5";
        assertEquals(wanted, calls(access), access.task());
      }
    }
  }

  @Test
  void a_generator_is_called_by_who_goes_on_with_it_and_no_more_once_it_waits() throws Exception {
    List<Entry.Race> races =
        races(
            """
            import threading

            total = 0

            def numbers():
                yield 1
                yield 2

            def sums():
                global total
                for number in numbers():
                    total = total + number
                    yield total

            def work():
                for _ in sums():
                    pass

            threads = [threading.Thread(target=work) for _ in range(2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            """);
    assertTrue(!races.isEmpty());
    for (Entry.Race race : races) {
      assertEquals(race.first().line(), race.first().calls().getFirst().line());
      assertEquals("sums 12 < work 16", calls(race.second()).replace("sums 13", "sums 12"));
    }
  }

  @Test
  void calls_of_code_that_was_compiled_meanwhile_are_told() throws Exception {
    List<Entry.Race> races =
        races(
            """
            import threading

            total = 0

            def add():
                global total
                total = total + 1

            def work():
                for _ in range(100):
                    add()

            threads = [threading.Thread(target=work) for _ in range(2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            """,
            300);
    assertTrue(!races.isEmpty());
    for (Entry.Race race : races) {
      assertEquals("add 7 < work 11", calls(race.first()));
      assertEquals("add 7 < work 11", calls(race.second()));
    }
  }

  @Test
  void races_of_tasks_that_wait_busily_without_end_are_told_too() throws Exception {
    List<Entry.Race> races =
        races(
            """
            import threading

            flags = [False, False]

            def enter(me):
                flags[me] = True
                while flags[1 - me]:
                    pass
                flags[me] = False

            threads = [threading.Thread(target=enter, args=(i,)) for i in range(2)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            """);
    assertTrue(!races.isEmpty());
    for (Entry.Race race : races) {
      assertEquals("enter " + race.first().line(), calls(race.first()));
      assertEquals("enter " + race.second().line(), calls(race.second()));
    }
  }

  private static String calls(Entry.Access access) {
    return access.calls().stream()
        .map(call -> call.function() + " " + call.line())
        .collect(Collectors.joining(" < "));
  }

  private List<Entry.Race> races(String source) throws Exception {
    return races(source, 10_000);
  }

  private List<Entry.Race> races(String source, int budget) throws Exception {
    return new Listing("main.py", source).explored(pool, budget, 30).races();
  }
}
