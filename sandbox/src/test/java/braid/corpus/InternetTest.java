package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Outcome;
import braid.trace.TaskType;
import braid.worker.pool.WorkerPool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the simulated internet and the libraries over it promise, as programs that print `ok`. No
/// real CPython can agree: its internet is another.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InternetTest {
  private static final Path FOLDER = Path.of("src/test/resources/internet");
  private static final String TWO_PAGES =
      """
      import asyncio, aiohttp

      async def fetch(session, page):
          async with session.get(f"http://slow-1.test/{page}") as response:
              await response.text()

      async def main():
          async with aiohttp.ClientSession() as session:
              await asyncio.gather(fetch(session, 1), fetch(session, 2))

      asyncio.run(main())
      """;

  private WorkerPool pool;

  static List<Listing> programs() throws IOException {
    return Listing.in(FOLDER);
  }

  @BeforeAll
  void open() throws InterruptedException {
    pool = RealRun.openPool();
  }

  @AfterAll
  void close() {
    pool.close();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void the_internet_does_what_is_documented(Listing listing) throws Exception {
    listing.assertOk(pool);
  }

  @Test
  void a_coroutine_that_waits_for_the_network_shows_what_it_has_asked_for() throws Exception {
    RealRun run = new Listing("main.py", TWO_PAGES).run(pool, 0);
    Set<Integer> coroutines =
        run.entries().stream()
            .filter(Entry.TaskAdded.class::isInstance)
            .map(Entry.TaskAdded.class::cast)
            .filter(task -> task.type() == TaskType.COROUTINE)
            .map(Entry.TaskAdded::task)
            .collect(Collectors.toSet());
    List<String> asked =
        run.entries().stream()
            .filter(Entry.Step.class::isInstance)
            .map(Entry.Step.class::cast)
            .filter(step -> step.outcome() == Outcome.BLOCKED && coroutines.contains(step.task()))
            .filter(step -> step.action() instanceof Action.Request)
            .map(step -> ((Action.Request) step.action()).request())
            .limit(2)
            .toList();
    assertEquals(List.of("GET http://slow-1.test/1", "GET http://slow-1.test/2"), asked);
  }
}
