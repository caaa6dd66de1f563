package braid.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Executing a program again puts back what its stand-ins have changed (`_braid_again`), and takes
/// what they name in capitals for constant.
class StandInTest {
  private static final Path FOLDER = Path.of("src/main/resources/braid/guest/python/lib");

  /// CPython's own names, which `_braid_again` knows as exceptions.
  private static final Set<String> EXCEPTIONS = Set.of("_SHUTTING_DOWN");

  private static final Pattern CHANGE =
      Pattern.compile(
          "(?m)^ +(?:global (?:\\w+, )*|)(_?[A-Z][A-Z_0-9]+)"
              + "(?:(?<=global .{0,80})|\\.(?:append|add|update|pop|clear|extend|remove|setdefault"
              + "|discard)\\(|\\[[^]]*] = )");

  private static final Pattern BUILT_IN = Pattern.compile("(?m)^[A-Z_, ]+ = \"__braid_.*$");
  private static final Pattern QUOTED = Pattern.compile("\"__braid_\\w+\"");

  @Test
  void what_a_stand_in_names_in_capitals_never_changes() throws IOException {
    List<String> offences = new ArrayList<>();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".py")).sorted().toList()) {
        changed(Files.readString(file)).forEach(name -> offences.add(file + ": " + name));
      }
    }
    assertTrue(offences.isEmpty(), offences + ": call it in small letters");
  }

  /// The program's source, as rewritten, calls ours by names that are built in.
  @Test
  void two_stand_ins_never_build_in_the_same_name() throws IOException {
    Map<String, Path> builders = new TreeMap<>();
    List<String> offences = new ArrayList<>();
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".py")).sorted().toList()) {
        for (String name : builtIn(Files.readString(file))) {
          Path other = builders.put(name, file);
          if (other != null) {
            offences.add(name + ": " + other + ", " + file);
          }
        }
      }
    }
    assertTrue(builders.size() > 5, builders.toString());
    assertTrue(offences.isEmpty(), offences.toString());
  }

  @Test
  void a_rebound_name_and_a_filled_container_are_changes() {
    assertEquals(List.of("_STATE"), changed("def f():\n    global _STATE\n"));
    assertEquals(List.of("_STATE"), changed("def f():\n    global other, _STATE\n"));
    assertEquals(List.of("TABLE"), changed("def f():\n    TABLE[1] = 2\n"));
    assertEquals(List.of("TABLE"), changed("def f():\n    TABLE.append(2)\n"));
    assertEquals(List.of(), changed("TABLE = {}\ndef f():\n    return TABLE[1] == 2\n"));
  }

  private static List<String> builtIn(String source) {
    return BUILT_IN
        .matcher(source)
        .results()
        .flatMap(found -> QUOTED.matcher(found.group()).results())
        .map(MatchResult::group)
        .toList();
  }

  private static List<String> changed(String source) {
    return CHANGE
        .matcher(source)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !EXCEPTIONS.contains(name))
        .toList();
  }
}
