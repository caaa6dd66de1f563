package braid.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FoundEntriesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4|4",
        "999999|999,999",
        "3449000000|3.4 × 10^9",
        "1000000|1.0 × 10^6",
        "9223372036854775807|10^18+"
      })
  void an_estimate_says_no_more_than_is_known(long count, String words) {
    assertEquals(words, FoundEntries.roughly(count));
  }
}
