package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the classic bugs that the gallery offers promise before anything is explored. A folder
/// without an about.json is there for its numbers only.
final class CatalogueFolderTest {
  private static final Path FOLDER = Path.of("catalogue");
  private static final Set<String> MEMBERS =
      Set.of("topic", "order", "title", "notice", "repair", "settings");
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
  private static final int TITLE_CHARS_MAX = 60;
  private static final int NOTICE_CHARS_MAX = 500;

  static List<Path> offered() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(folder -> Files.exists(folder.resolve("about.json"))).sorted().toList();
    }
  }

  private static JsonNode about(Path folder) {
    try {
      return JsonMapper.builder().build().readTree(folder.resolve("about.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(folder + "/about.json", e);
    }
  }

  @Test
  void the_gallery_offers_most_of_them_each_in_a_place_of_its_own() throws IOException {
    List<Integer> orders = offered().stream().map(of -> about(of).get("order").asInt()).toList();
    assertTrue(orders.size() >= 24, "offered: " + orders.size());
    assertEquals(orders.size(), new TreeSet<>(orders).size(), "two have the same order");
  }

  @ParameterizedTest
  @MethodSource("offered")
  void it_is_said_in_both_languages_what_to_notice_and_how_it_was_repaired(Path folder) {
    JsonNode about = about(folder);
    Set<String> members = new TreeSet<>();
    about.fieldNames().forEachRemaining(members::add);
    assertEquals(new TreeSet<>(MEMBERS), members);
    assertEquals("bugs", about.get("topic").asText());
    assertEquals("dpor", about.get("settings").get("strategy").asText());
    assertTrue(about.get("settings").has("explore"), "it is there to be explored");
    for (String language : List.of("en", "ko")) {
      for (String member : List.of("title", "notice", "repair")) {
        String text = about.get(member).get(language).asText();
        assertTrue(!text.isBlank() && !text.contains("\n"), member + ": " + text);
        assertEquals(language.equals("ko"), HANGUL.matcher(text).find(), text);
      }
      assertTrue(about.get("title").get(language).asText().length() <= TITLE_CHARS_MAX);
      int notice = about.get("notice").get(language).asText().length();
      assertTrue(notice >= 80 && notice <= NOTICE_CHARS_MAX, "a notice of " + notice);
    }
  }
}
