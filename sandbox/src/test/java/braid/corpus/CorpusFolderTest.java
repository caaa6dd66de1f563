package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every folder of the corpus promises before anything is run.
final class CorpusFolderTest {
  private static final Set<String> LANGUAGES = Set.of("en", "ko");
  private static final Set<String> TOPICS =
      Set.of(
          "threads",
          "time",
          "locks",
          "conditions",
          "events",
          "semaphores",
          "barriers",
          "queues",
          "asyncio",
          "pools",
          "processes",
          "network",
          "system",
          "generators",
          "deadlocks");
  private static final Pattern HANGUL = Pattern.compile("\\p{IsHangul}");
  private static final int LINES_MAX = 40;
  private static final int TITLE_CHARS_MAX = 60;
  private static final int NOTICE_CHARS_MAX = 500;

  static List<Lesson> lessons() {
    return Lesson.all();
  }

  @Test
  void the_index_names_every_folder_once() throws IOException {
    try (Stream<Path> folders = Files.list(Lesson.FOLDER)) {
      List<String> there =
          folders.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
      assertEquals(there, lessons().stream().map(Lesson::name).sorted().toList());
    }
  }

  @Test
  void lessons_are_numbered_from_one_in_the_order_of_the_index() {
    List<Lesson> lessons = lessons();
    assertEquals(
        IntStream.rangeClosed(1, lessons.size()).boxed().toList(),
        lessons.stream().map(lesson -> lesson.about().order()).toList());
  }

  @Test
  void lessons_of_one_topic_stand_together() {
    List<String> topics = lessons().stream().map(lesson -> lesson.about().topic()).toList();
    long changes =
        IntStream.range(1, topics.size())
            .filter(i -> !topics.get(i).equals(topics.get(i - 1)))
            .count();
    assertEquals(Set.copyOf(topics).size() - 1, changes);
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void titles_and_notices_come_in_both_languages(Lesson lesson) {
    assertEquals(LANGUAGES, lesson.about().title().keySet());
    assertEquals(LANGUAGES, lesson.about().notice().keySet());
    for (String language : LANGUAGES) {
      String title = lesson.about().title().get(language);
      String notice = lesson.about().notice().get(language);
      assertTrue(!title.isBlank() && title.length() <= TITLE_CHARS_MAX, title);
      assertTrue(notice.length() >= 80 && notice.length() <= NOTICE_CHARS_MAX, notice);
      assertTrue(!notice.contains("\n"), "a notice is one paragraph: " + notice);
      assertEquals(language.equals("ko"), HANGUL.matcher(title).find(), title);
      assertEquals(language.equals("ko"), HANGUL.matcher(notice).find(), notice);
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void a_lesson_is_short_and_says_what_comes_out(Lesson lesson) {
    assertTrue(TOPICS.contains(lesson.about().topic()), lesson.about().topic());
    assertTrue(lesson.source().lines().count() <= LINES_MAX, "longer than the screen");
    assertTrue(lesson.source().lines().allMatch(line -> line.length() <= 100));
    assertTrue(lesson.source().endsWith("\n") && !lesson.source().contains("\t"));
    Lesson.Expectation expect = lesson.about().expect();
    assertTrue(expect.output().isEmpty() || expect.output().endsWith("\n"), expect.output());
    assertTrue(expect.stderr().isNull() || expect.stderr().isTextual());
  }
}
