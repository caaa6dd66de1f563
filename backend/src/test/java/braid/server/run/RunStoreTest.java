package braid.server.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import braid.server.DatabaseForTests;
import braid.server.wire.RunState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the database does with runs that nobody finished or nobody needs.
@QuarkusTest
@QuarkusTestResource(DatabaseForTests.class)
class RunStoreTest {
  private static final Program PROGRAM =
      new Program(Language.PYTHON, "main.py", "print(1)", Settings.DEFAULT, Limits.DEFAULT);

  @Inject RunStore store;

  @Test
  void what_an_earlier_service_left_is_interrupted_and_says_so() {
    store.queued("11111111111a", PROGRAM, Instant.now());
    assertTrue(store.interruptUnfinished() >= 1);
    assertEquals(RunState.INTERRUPTED, store.find("11111111111a").orElseThrow().state());
    assertEquals(0, store.interruptUnfinished());
  }

  @Test
  void runs_are_forgotten_after_their_time_and_not_before() {
    Instant now = Instant.now();
    store.queued("11111111111b", PROGRAM, now.minus(31, ChronoUnit.DAYS));
    store.queued("11111111111c", PROGRAM, now.minus(29, ChronoUnit.DAYS));
    store.interruptUnfinished();
    store.deleteOlderThan(now.minus(30, ChronoUnit.DAYS));
    assertEquals(Optional.empty(), store.find("11111111111b"));
    assertTrue(store.find("11111111111c").isPresent());
  }
}
