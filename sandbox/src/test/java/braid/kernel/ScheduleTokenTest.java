package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.schedule.Choices;
import braid.kernel.schedule.ScheduleToken;
import braid.kernel.schedule.Strategy;
import braid.kernel.schedule.UnfitSchedule;
import braid.trace.Action;
import braid.trace.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTokenTest {
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private static String tokenOf(Performance performance) {
    return new ScheduleToken(2, 1, 4, true, 42, 0x1234abcd, Optional.of(performance.choices()))
        .write(true);
  }

  private static Performance anyPerformance() {
    return Performance.of(
        TestRules.exploring(), Strategy.random(1), RandomScripts.of(1, 4, 6).main());
  }

  @Test
  void a_token_is_read_as_it_was_written() {
    String text = tokenOf(anyPerformance());
    ScheduleToken token = ScheduleToken.read(text);
    assertEquals(2, token.strategy());
    assertEquals(1, token.atomicity());
    assertEquals(4, token.cores());
    assertTrue(token.hasGil());
    assertEquals(42, token.seed());
    assertEquals(0x1234abcd, token.sourcePrefix());
    assertEquals(text, token.write(true));
    assertTrue(text.matches("[A-Za-z0-9_-]+"), "fit for a link: " + text);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
  void every_seed_fits(long seed) {
    String text = new ScheduleToken(0, 0, 1, false, seed, 0, Optional.empty()).write(true);
    assertEquals(seed, ScheduleToken.read(text).seed());
    assertTrue(ScheduleToken.read(text).replay().isEmpty());
  }

  @Test
  void a_long_schedule_leaves_its_choices_out_and_stays_short() {
    List<Action> lock = List.of(new Action.Acquire(0), new Action.Release(0, 1));
    Script script = Script.ofEqual(RandomScripts.OBJECTS, repeat(lock, 1_000), 4);
    Performance performance =
        Performance.of(TestRules.exploring(), Strategy.random(1), script.main());
    String text = tokenOf(performance);
    assertTrue(text.length() < 2_000, text.length() + " characters");
    assertTrue(ScheduleToken.read(text).choices().isEmpty());
  }

  @Test
  void a_long_schedule_that_no_seed_gives_keeps_its_choices_and_stays_short() {
    Choices choices = new Choices();
    for (int i = 0; i < 10_000; i++) {
      choices.add(i % 7 == 0 ? i % 3 : i % 2);
    }
    var recorded = new ScheduleToken.Recorded(choices);
    var token = new ScheduleToken(6, 1, 4, true, 42, 0x1234abcd, Optional.of(recorded));
    String text = token.write(false);
    assertTrue(text.length() < 2_000, text.length() + " characters");
    assertEquals(token, ScheduleToken.read(text));
  }

  @Test
  void a_damaged_schedule_is_refused() {
    byte[] bytes = {2, 6, 2, 4, 0, 0, 0, 0, 0, 2, 7, 7, 7};
    String text = TEXT.encodeToString(bytes);
    var refused = assertThrows(UnfitSchedule.class, () -> ScheduleToken.read(text));
    assertEquals("this schedule is damaged", refused.getMessage());
  }

  @Test
  void a_schedule_that_would_fill_the_memory_is_refused() throws IOException {
    var deflated = new ByteArrayOutputStream();
    deflated.write(new byte[] {2, 6, 2, 4, 0, 0, 0, 0, 0, 2});
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var deflating = new DeflaterOutputStream(deflated, deflater)) {
      deflating.write(new byte[5_000_000]);
    }
    String text = TEXT.encodeToString(deflated.toByteArray());
    var refused = assertThrows(UnfitSchedule.class, () -> ScheduleToken.read(text));
    assertEquals("this schedule is too long", refused.getMessage());
  }

  private static List<Action> repeat(List<Action> actions, int times) {
    return Collections.nCopies(times, actions).stream().flatMap(List::stream).toList();
  }

  @Test
  void a_schedule_of_another_program_is_refused_with_a_sentence() {
    Performance other = anyPerformance();
    Script script = RandomScripts.of(2, 2, 3);
    Performance refused = Performance.of(TestRules.exploring(), other.replay(), script.main());
    var reason = assertInstanceOf(Reason.Refused.class, refused.reason());
    assertTrue(reason.message().contains("schedule"), reason.message());
  }

  @Test
  void whatever_is_no_token_is_refused_as_such() {
    assertThrows(UnfitSchedule.class, () -> ScheduleToken.read(""));
    assertThrows(UnfitSchedule.class, () -> ScheduleToken.read("not base 64!"));
    byte[] whole = Base64.getUrlDecoder().decode(tokenOf(anyPerformance()));
    Random random = new Random(1);
    for (int attempt = 0; attempt < 20_000; attempt++) {
      byte[] broken = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
      for (int change = random.nextInt(4); change > 0 && broken.length > 0; change--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      readOrRefuse(TEXT.encodeToString(broken));
    }
  }

  private static void readOrRefuse(String text) {
    try {
      ScheduleToken.read(text).replay();
    } catch (UnfitSchedule e) {
      assertTrue(!e.getMessage().isBlank());
    }
  }
}
