package braid.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Entry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireTypesTest {
  private static final TypeScriptFile TRACE =
      new TypeScriptFile(
          Path.of("../frontend/src/wire/trace-types.ts"),
          Path.of("src/main/java"),
          List.of(Entry.class),
          "./braid types");

  @Test
  void the_page_knows_the_trace_as_it_is_now() {
    TRACE.check();
  }

  @Test
  void a_union_is_tagged_by_its_kind_and_an_enum_is_a_union_of_strings() {
    String text = TRACE.text();
    assertTrue(text.contains("  | { readonly kind: 'start'; readonly child: number }\n"), text);
    assertTrue(text.contains("export type Stream = 'stdout' | 'stderr';\n"), text);
    assertTrue(text.contains("readonly changes: readonly Change[];\n"), text);
  }
}
