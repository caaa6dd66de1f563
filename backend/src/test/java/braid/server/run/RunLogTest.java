package braid.server.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunLogTest {
  private final RunLog log = new RunLog();

  @Test
  void a_part_has_what_fits_and_one_line_at_least() throws Exception {
    log.append(List.of("aaaa", "bb", "cc", "dddddddd"));
    log.complete();
    assertEquals(List.of("aaaa", "bb"), part(0, 6).lines());
    assertEquals(List.of("bb", "cc"), part(1, 6).lines());
    assertEquals(List.of("dddddddd"), part(3, 6).lines());
    assertTrue(part(3, 6).isLast());
    assertTrue(part(4, 6).isLast());
    assertTrue(part(99, 6).isLast());
  }

  @Test
  void a_reader_waits_for_the_next_line() throws Exception {
    log.append(List.of("a"));
    Thread writer = Thread.startVirtualThread(() -> log.append(List.of("b")));
    assertEquals(List.of("b"), part(1, 6).lines());
    writer.join();
  }

  @Test
  void a_reader_of_an_emptied_log_is_sent_to_the_database() throws Exception {
    log.append(List.of("a"));
    log.complete();
    log.empty();
    assertEquals(Optional.empty(), log.awaitPart(0, 6));
  }

  @Test
  void recent_logs_are_emptied_when_they_are_too_much_together() throws Exception {
    RecentLogs recent = new RecentLogs();
    recent.add(log);
    String line = "x".repeat(1 << 20);
    for (int i = 0; i < 64; i++) {
      RunLog large = new RunLog();
      large.append(List.of(line, "y"));
      large.complete();
      recent.add(large);
    }
    log.complete();
    assertEquals(Optional.empty(), log.awaitPart(0, 6));
  }

  private RunLog.Part part(int from, int charsMax) throws InterruptedException {
    return log.awaitPart(from, charsMax).orElseThrow();
  }
}
