package braid.tidy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What each package may import: the table of DESIGN section 2.
class ArrowTest {
  private static final Set<String> EVERYTHING =
      Set.of("program", "trace", "primitive", "kernel", "detect", "explore", "guest", "worker");

  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.of(
          "program", Set.of(),
          "trace", Set.of(),
          "primitive", Set.of("trace"),
          "kernel", Set.of("trace", "primitive"),
          "detect", Set.of("trace"),
          "explore", Set.of("trace", "kernel", "detect"),
          "guest", Set.of("program", "trace", "kernel", "primitive"),
          "worker", Set.of("program", "trace"),
          "shell", Set.of("program", "trace", "worker"),
          "runner", EVERYTHING);

  /// What the server may see of the sandbox: it can never run guest code in its own process.
  private static final Set<String> SERVER_MAY_IMPORT = Set.of("program", "trace", "worker");

  private static final Pattern IMPORT =
      Pattern.compile("^import (?:static )?braid\\.(\\w+)", Pattern.MULTILINE);

  private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));

  @Test
  void every_package_imports_only_what_its_row_of_the_table_names() {
    Offences.of(
            classes.stream()
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .filter(ArrowTest::isForbidden)
                .map(Dependency::getDescription)
                .sorted())
        .assertNone();
  }

  @Test
  void every_package_has_a_row_in_the_table() {
    Offences.of(
            classes.stream()
                .map(ArrowTest::part)
                .filter(part -> !MAY_IMPORT.containsKey(part))
                .distinct()
                .sorted()
                .map(part -> part + ": say here and in DESIGN section 2 what it may import"))
        .assertNone();
  }

  @Test
  void the_server_imports_programs_traces_and_the_worker_protocol_only() {
    Offences.of(
            JavaFile.main().stream()
                .filter(file -> file.packageName().startsWith("braid.server"))
                .flatMap(ArrowTest::forbiddenImports))
        .assertNone();
  }

  private static boolean isForbidden(Dependency dependency) {
    String from = part(dependency.getOriginClass());
    String to = part(dependency.getTargetClass());
    return !to.isEmpty()
        && !from.equals(to)
        && !MAY_IMPORT.getOrDefault(from, EVERYTHING).contains(to);
  }

  /// `guest` for a class in `braid.guest.python`; empty for a class that is not ours.
  private static String part(JavaClass type) {
    String[] names = type.getBaseComponentType().getPackageName().split("\\.");
    return names.length > 1 && names[0].equals("braid") ? names[1] : "";
  }

  private static Stream<String> forbiddenImports(JavaFile file) {
    Matcher imports = IMPORT.matcher(file.code());
    return imports
        .results()
        .filter(found -> !found.group(1).equals("server"))
        .filter(found -> !SERVER_MAY_IMPORT.contains(found.group(1)))
        .map(found -> file.offence(JavaFile.lineAt(file.text(), found.start()), found.group()));
  }
}
