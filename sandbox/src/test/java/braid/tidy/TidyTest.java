package braid.tidy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Sizes and names.
class TidyTest {
  private static final int LINES_MAX = 300;
  private static final int COLUMNS_MAX = 100;
  private static final int FILES_MAX = 15;

  /// The trace is one vocabulary and one package: each of its words is a file, and whoever reads
  /// traces needs them all. Split, every reader would import the halves together.
  private static final Map<String, Integer> MORE_FILES = Map.of("braid.trace", 20);

  private static final Set<String> EMPTY_NAMES =
      Set.of("util", "utils", "utility", "common", "helper", "helpers", "manager", "base", "impl");

  private static final Pattern WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|\\.");

  @Test
  void a_file_has_at_most_300_lines_of_at_most_100_columns() {
    Offences.of(JavaFile.all().stream().flatMap(TidyTest::sizeOffences)).assertNone();
  }

  @Test
  void a_package_has_at_most_15_files() {
    var counts =
        JavaFile.main().stream()
            .filter(file -> !file.isPackageInfo())
            .collect(
                Collectors.groupingBy(JavaFile::packageName, TreeMap::new, Collectors.counting()));
    Offences.of(
            counts.entrySet().stream()
                .filter(of -> of.getValue() > MORE_FILES.getOrDefault(of.getKey(), FILES_MAX))
                .map(of -> of.getKey() + " has " + of.getValue() + " files: split it"))
        .assertNone();
  }

  @Test
  void every_package_says_what_it_is() {
    var said =
        JavaFile.main().stream()
            .filter(JavaFile::isPackageInfo)
            .map(JavaFile::packageName)
            .collect(Collectors.toSet());
    Offences.of(
            JavaFile.main().stream()
                .map(JavaFile::packageName)
                .distinct()
                .filter(name -> !said.contains(name))
                .map(name -> name + ": say in a package-info.java what enters and leaves"))
        .assertNone();
  }

  @Test
  void a_name_names_the_noun() {
    Offences.of(
            JavaFile.all().stream()
                .filter(file -> hasEmptyName(file.packageName() + "." + file.name()))
                .map(file -> file.offence(1, "name the noun, not " + EMPTY_NAMES)))
        .assertNone();
  }

  @Test
  void an_empty_name_is_seen_in_a_word_but_not_in_a_part_of_one() {
    assertTrue(hasEmptyName("braid.util.Words"));
    assertTrue(hasEmptyName("braid.trace.StepManager"));
    assertTrue(!hasEmptyName("braid.trace.Database"));
  }

  @Test
  void no_file_imports_whole_packages() {
    Pattern star = Pattern.compile("^import .*\\*;", Pattern.MULTILINE);
    Offences.of(
            JavaFile.all().stream()
                .filter(file -> star.matcher(file.code()).find())
                .map(file -> file.offence(1, "import each type by its name")))
        .assertNone();
  }

  private static Stream<String> sizeOffences(JavaFile file) {
    List<String> lines = file.text().lines().toList();
    Stream<String> wide =
        IntStream.range(0, lines.size())
            .filter(at -> lines.get(at).codePointCount(0, lines.get(at).length()) > COLUMNS_MAX)
            .mapToObj(at -> file.offence(at + 1, "more than 100 columns"));
    return lines.size() > LINES_MAX
        ? Stream.concat(wide, Stream.of(file.offence(lines.size(), "more than 300 lines")))
        : wide;
  }

  private static boolean hasEmptyName(String qualifiedName) {
    return WORDS.splitAsStream(qualifiedName).anyMatch(word -> EMPTY_NAMES.contains(lower(word)));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
