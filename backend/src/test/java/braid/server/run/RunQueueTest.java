package braid.server.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.Settings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunQueueTest {
  private final RunQueue queue = new RunQueue(6);

  @Test
  void runs_of_one_client_come_in_their_order() throws Exception {
    LiveRun first = added("anna");
    LiveRun second = added("anna");
    assertEquals(Optional.of(1), queue.place(first));
    assertEquals(Optional.of(2), queue.place(second));
    assertEquals(first, queue.awaitNext());
    assertEquals(Optional.of(1), queue.place(second));
    assertEquals(second, queue.awaitNext());
  }

  @Test
  void a_client_with_many_runs_delays_another_by_one() throws Exception {
    LiveRun first = added("anna");
    LiveRun second = added("anna");
    LiveRun third = added("anna");
    LiveRun other = added("ben");
    assertEquals(Optional.of(2), queue.place(other));
    assertEquals(first, queue.awaitNext());
    assertEquals(other, queue.awaitNext());
    LiveRun again = added("ben");
    assertEquals(second, queue.awaitNext());
    assertEquals(again, queue.awaitNext());
    assertEquals(third, queue.awaitNext());
  }

  @Test
  void a_full_queue_takes_no_more_and_a_removed_run_makes_room() {
    LiveRun first = added("anna");
    for (int i = 1; i < 6; i++) {
      added("anna");
    }
    assertFalse(queue.tryAdd(run("ben")));
    assertTrue(queue.remove(first));
    assertFalse(queue.remove(first));
    assertEquals(Optional.empty(), queue.place(first));
    assertTrue(queue.tryAdd(run("ben")));
  }

  private LiveRun added(String client) {
    LiveRun run = run(client);
    assertTrue(queue.tryAdd(run));
    return run;
  }

  private static LiveRun run(String client) {
    return new LiveRun(
        "1", client, new Program(Language.PYTHON, "main.py", "", Settings.DEFAULT, Limits.DEFAULT));
  }
}
