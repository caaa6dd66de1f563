package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Two threads draw random numbers: who does so first makes a difference only where they come out
/// of one sequence, as those of a generator do that has been seeded.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChanceTest {
  private static final String PROGRAM =
      """
      import os, random, secrets, threading, time, uuid
      from random import choice, randint

      thing = %s
      mine = [None, None]

      def work(n):
          mine[n] = %s
      """;

  @RegisterExtension private final ExploringWorker worker = new ExploringWorker();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "random.random()",
        "randint(1, 100)",
        "choice('abc')",
        "time.sleep(random.random())",
        "random.Random().random()",
        "random.SystemRandom().randint(1, 100)",
        "thing.getrandbits(8)",
        "os.urandom(4)",
        "secrets.token_hex()",
        "uuid.uuid4()",
      })
  void who_draws_first_does_not_matter_where_nobody_has_seeded(String draw) throws Exception {
    assertEquals(1, explored("random.Random()", draw).explored());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '"',
      value = {
        "random.seed(1)          ! random.randint(1, 100)",
        "random.seed(1)          ! randint(1, 100)",
        "random.setstate(random.Random(1).getstate()) ! randint(1, 100)",
        "random.Random(1)        ! thing.randint(1, 100)",
      })
  void a_generator_that_was_seeded_gives_its_numbers_in_every_order(String thing, String draw)
      throws Exception {
    assertEquals(List.of("[18, 73]", "[73, 18]"), Listing.outcomes(explored(thing, draw)));
  }

  @Test
  void a_draw_comes_before_or_after_the_seeding_of_another() throws Exception {
    Entry.Explored last = explored("None", "random.seed(1) if n else randint(1, 100)");
    assertEquals(2, last.explored());
    assertTrue(Listing.outcomes(last).contains("[18, None]"), Listing.outcomes(last).toString());
  }

  private Entry.Explored explored(String thing, String draw) throws Exception {
    return worker.twoThreads(PROGRAM.formatted(thing, draw), "mine");
  }
}
