package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.program.StrategyName;
import braid.trace.Stream;
import braid.worker.pool.WorkerPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Exceptions say what CPython's say also where memory is told, as in every exploration and its
/// replays: there the engine does not report statements.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ToldMessagesTest {
  private WorkerPool pool;

  @BeforeAll
  void open() throws InterruptedException {
    pool = RealRun.openPool();
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @Test
  void a_caught_exception_says_what_cpythons_says() throws Exception {
    String source =
        """
        import threading

        def says(words, do):
            try:
                do()
            except Exception as error:
                if str(error) != words:
                    print(words, "|", error)
            else:
                print(words, "| nothing raised")

        def oct(number):
            return number

        def assign(items):
            items[3] = 1

        def delete(items):
            del items[3]

        says("pop from empty list", lambda: [].pop())
        says("pop from empty list", lambda: [].pop(0))
        says("pop index out of range", lambda: [1].pop(7))
        says("list assignment index out of range", lambda: assign([]))
        says("list assignment index out of range", lambda: delete([]))
        says("list index out of range", lambda: [][0])
        says("float division by zero", lambda: 1.0 / 0)
        says("integer modulo by zero", lambda: 5 % 0)
        says("abs() takes exactly one argument (0 given)", lambda: abs())
        says("len() takes exactly one argument (2 given)", lambda: len(1, 2))
        says("list.append() takes exactly one argument (0 given)", lambda: [].append())
        says("isinstance expected 2 arguments, got 1", lambda: isinstance(1))
        says("oct() missing 1 required positional argument: 'number'", lambda: oct())
        says("oct() takes 1 positional argument but 2 were given", lambda: oct(1, 2))
        says("'_thread._local' object has no attribute 'x'", lambda: threading.local().x)
        says("bad operand type for unary -: 'str'", lambda: -"a")
        says("'ascii' codec can't encode character '\\\\xe9' in position 0: "
             "ordinal not in range(128)", lambda: "é".encode("ascii"))
        print("ok")
        """;
    assertEquals("ok\n", run(source).text(Stream.STDOUT));
  }

  @Test
  void an_exception_that_nobody_handles_does_so_too() throws Exception {
    String text = run("def work(items):\n    items.pop(3)\n\nwork([1])\n").text(Stream.STDERR);
    assertEquals("IndexError: pop index out of range", text.lines().toList().getLast());
  }

  private RealRun run(String source) throws Exception {
    return new Listing("main.py", source).run(pool, StrategyName.RANDOM, 0);
  }
}
