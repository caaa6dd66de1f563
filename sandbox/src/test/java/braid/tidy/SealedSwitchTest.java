package braid.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A switch over a sealed type of ours has no `default`, so that the compiler lists the places a
/// new case touches.
class SealedSwitchTest {
  private static final Pattern SWITCH = Pattern.compile("\\bswitch\\s*\\(");
  private static final Pattern DEFAULT = Pattern.compile("\\bdefault\\s*(->|:)");

  private final Pattern ourCase = ourCase();

  @Test
  void no_switch_over_our_sealed_types_has_a_default() {
    Offences.of(JavaFile.main().stream().flatMap(file -> offences(file).stream())).assertNone();
  }

  @Test
  void a_default_is_seen_only_beside_a_case_of_ours_in_the_same_switch() {
    assertEquals(1, offencesIn("switch (a) { case Action.End e -> 1; default -> 2; }"));
    assertEquals(1, offencesIn("switch (a) { case Action.End(String e) -> 1; default -> 2; }"));
    assertEquals(0, offencesIn("switch (a) { case \"x\" -> 1; default -> 2; }"));
    assertEquals(
        0, offencesIn("switch (a) { case Action.End e -> switch (x) { default -> 3; }; }"));
  }

  private int offencesIn(String code) {
    return offences(new JavaFile(Path.of("src/main/java/braid/x/X.java"), code)).size();
  }

  private List<String> offences(JavaFile file) {
    String code = file.code();
    List<String> offences = new ArrayList<>();
    Matcher switches = SWITCH.matcher(code);
    while (switches.find()) {
      String cases = casesOf(code, switches.start());
      if (ourCase.matcher(cases).find() && DEFAULT.matcher(cases).find()) {
        int line = JavaFile.lineAt(code, switches.start());
        offences.add(file.offence(line, "name the cases instead of `default`"));
      }
    }
    return offences;
  }

  /// The body of the switch without what stands in braces inside it.
  private static String casesOf(String code, int start) {
    StringBuilder cases = new StringBuilder();
    int depth = 0;
    for (int at = code.indexOf('{', start); at >= 0 && at < code.length(); at++) {
      char c = code.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        break;
      }
      if (depth == 1) {
        cases.append(c);
      }
    }
    return cases.toString();
  }

  private static Pattern ourCase() {
    String sealed =
        new ClassFileImporter()
            .importPath(Path.of("target/classes")).stream()
                .map(JavaClass::reflect)
                .filter(Class::isSealed)
                .map(Class::getSimpleName)
                .distinct()
                .sorted()
                .collect(Collectors.joining("|"));
    return Pattern.compile("\\bcase\\s+(?:" + sealed + ")\\.\\w+");
  }
}
