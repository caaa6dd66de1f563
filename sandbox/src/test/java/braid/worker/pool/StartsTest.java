package braid.worker.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StartsTest {
  private final Starts starts = new Starts();
  private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();

  private void ask(String who) {
    starts.ask(() -> begun.add(who));
  }

  @Test
  void who_has_asked_first_starts_first_and_no_more_at_once_than_half_the_cores() throws Exception {
    for (int i = 0; i < starts.atOnce(); i++) {
      ask("first");
      assertEquals("first", begun.take());
    }
    ask("second");
    ask("third");
    assertNull(begun.poll(50, TimeUnit.MILLISECONDS));
    starts.end();
    assertEquals("second", begun.take());
    assertNull(begun.poll(50, TimeUnit.MILLISECONDS));
    starts.end();
    assertEquals("third", begun.take());
  }
}
