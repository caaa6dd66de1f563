package braid.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The same program and the same choices give the same bytes, on every machine: where that is
/// decided, nothing is read that differs from one process to the next.
class DeterminismTest {
  private static final Set<String> PARTS =
      Set.of("primitive", "kernel", "explore", "detect", "trace");

  private static final Map<Pattern, String> REPLACEMENTS = replacements();

  @Test
  void nothing_that_differs_between_processes_is_read() {
    Offences.of(
            JavaFile.main().stream()
                .filter(file -> PARTS.stream().anyMatch(part -> isIn(file, part)))
                .flatMap(DeterminismTest::offences))
        .assertNone();
  }

  @Test
  void a_hash_map_is_an_offence_and_a_linked_one_is_none() {
    assertEquals(1, offencesIn("new HashMap<>()"));
    assertEquals(0, offencesIn("new LinkedHashMap<>()"));
    assertEquals(0, offencesIn("// not a HashMap"));
    assertEquals(1, offencesIn("long now = System.nanoTime();"));
  }

  private static long offencesIn(String code) {
    return offences(new JavaFile(Path.of("src/main/java/braid/kernel/X.java"), code)).count();
  }

  private static boolean isIn(JavaFile file, String part) {
    String name = file.packageName();
    return name.equals("braid." + part) || name.startsWith("braid." + part + ".");
  }

  private static Stream<String> offences(JavaFile file) {
    String code = file.code();
    return REPLACEMENTS.entrySet().stream()
        .flatMap(
            rule ->
                rule.getKey()
                    .matcher(code)
                    .results()
                    .map(
                        found ->
                            file.offence(
                                JavaFile.lineAt(code, found.start()),
                                found.group().strip() + ": " + rule.getValue())));
  }

  private static Map<Pattern, String> replacements() {
    Map<Pattern, String> rules = new LinkedHashMap<>();
    rules.put(
        Pattern.compile("\\b(System\\.(nanoTime|currentTimeMillis)|(Instant|LocalDateTime)\\.now)"),
        "ask the kernel's virtual clock");
    rules.put(
        Pattern.compile(
            "\\b(java\\.util\\.Random|java\\.util\\.random|SplittableRandom|ThreadLocalRandom"
                + "|SecureRandom|Math\\.random|UUID\\.randomUUID)\\b"),
        "ask the strategy, so that the schedule replays it");
    rules.put(Pattern.compile("\\bThread\\.sleep\\b"), "announce a Sleep to the kernel");
    rules.put(Pattern.compile("\\bidentityHashCode\\b"), "number things in order of appearance");
    rules.put(Pattern.compile("\\bparallel(Stream)?\\(\\)"), "use a plain stream or a loop");
    rules.put(
        Pattern.compile("\\b(Hash|WeakHash|IdentityHash|ConcurrentHash)(Map|Set)\\b"),
        "use LinkedHashMap, LinkedHashSet, EnumMap or an array");
    rules.put(
        Pattern.compile("\\b(Set|Map)\\.(of|copyOf|ofEntries)\\((?!\\))|\\btoSet\\(\\)"),
        "its order differs from process to process: use List, EnumSet or LinkedHashMap");
    return rules;
  }
}
