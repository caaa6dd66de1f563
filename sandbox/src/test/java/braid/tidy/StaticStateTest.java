package braid.tidy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

/// Nothing outlives the object it belongs to: there is no static field that can change.
class StaticStateTest {

  @Test
  void no_static_field_can_change() {
    Offences.of(
            new ClassFileImporter()
                .importPath(Path.of("target/classes")).stream()
                    .flatMap(type -> type.getFields().stream())
                    .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                    .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                    .filter(StaticStateTest::canChange)
                    .map(field -> field.getFullName() + ": pass the object that owns it instead")
                    .sorted())
        .assertNone();
  }

  private static boolean canChange(JavaField field) {
    JavaClass type = field.getRawType();
    return !field.getModifiers().contains(JavaModifier.FINAL)
        || type.getPackageName().equals("java.util.concurrent.atomic")
        || type.isAssignableTo(AbstractCollection.class)
        || type.isAssignableTo(AbstractMap.class)
        || type.isAssignableTo(Lock.class)
        || Set.of("java.lang.ThreadLocal", "java.lang.StringBuilder").contains(type.getName());
  }
}
