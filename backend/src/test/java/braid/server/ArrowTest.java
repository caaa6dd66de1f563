package braid.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrowTest {
  private final JavaClasses classes = new ClassFileImporter().importPath(Path.of("target/classes"));

  @Test
  void the_service_knows_programs_traces_and_workers_of_the_sandbox_and_nothing_else() {
    classes()
        .that()
        .resideInAPackage("braid.server..")
        .should()
        .onlyDependOnClassesThat(
            JavaClass.Predicates.resideOutsideOfPackages("braid..")
                .or(
                    JavaClass.Predicates.resideInAnyPackage(
                        "braid.server..", "braid.program..", "braid.trace..", "braid.worker..")))
        .check(classes);
  }

  @Test
  void the_service_cannot_run_a_guest_in_its_own_process() {
    noClasses().should().dependOnClassesThat().resideInAPackage("org.graalvm..").check(classes);
    for (String language :
        List.of("org.graalvm.polyglot.Context", "com.oracle.truffle.api.nodes.Node")) {
      assertThrows(ClassNotFoundException.class, () -> Class.forName(language));
    }
  }

  @Test
  void the_values_on_the_wire_know_no_feature() {
    noClasses()
        .that()
        .resideInAPackage("braid.server.wire..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "braid.server.run..",
            "braid.server.stream..",
            "braid.server.snippet..",
            "braid.server.gallery..",
            "braid.server.page..",
            "braid.server.worker..")
        .check(classes);
  }
}
