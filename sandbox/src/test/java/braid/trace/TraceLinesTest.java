package braid.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceLinesTest {

  @Test
  void every_entry_comes_back_from_its_line_as_it_was() {
    for (Object sample : Samples.of(Entry.class)) {
      assertEquals(sample, TraceLines.read(TraceLines.write((Entry) sample)));
    }
  }

  @Test
  void equal_entries_have_equal_bytes_and_no_line_end_inside() {
    List<Object> once = Samples.of(Entry.class);
    List<Object> again = Samples.of(Entry.class);
    for (int at = 0; at < once.size(); at++) {
      String line = TraceLines.write((Entry) once.get(at));
      assertEquals(line, TraceLines.write((Entry) again.get(at)));
      assertFalse(line.contains("\n"), line);
    }
  }

  @Test
  void different_entries_have_different_lines() {
    List<Entry> entries =
        Samples.of(Entry.class).stream().distinct().map(Entry.class::cast).toList();
    assertEquals(entries.size(), entries.stream().map(TraceLines::write).distinct().count());
  }

  @Test
  void every_record_of_a_union_has_a_kind_of_its_own() {
    Stream.of(
            Entry.class,
            Action.class,
            Change.class,
            ObjectState.class,
            TaskState.class,
            Reason.class)
        .forEach(TraceLinesTest::assertKindsAreComplete);
  }

  private static void assertKindsAreComplete(Class<?> union) {
    JsonSubTypes.Type[] kinds = union.getAnnotation(JsonSubTypes.class).value();
    Set<Class<?>> named =
        Arrays.stream(kinds).map(JsonSubTypes.Type::value).collect(Collectors.toSet());
    Set<Class<?>> ours =
        Arrays.stream(union.getDeclaredClasses())
            .filter(type -> type.isRecord() && union.isAssignableFrom(type))
            .collect(Collectors.toSet());
    assertEquals(ours, named);
    assertEquals(
        kinds.length, Arrays.stream(kinds).map(JsonSubTypes.Type::name).distinct().count());
  }

  @Test
  void a_step_reads_as_the_page_expects_it() {
    var step =
        new Entry.Step(
            2,
            52_000,
            51_000,
            1,
            5,
            new Action.Acquire(0),
            Outcome.BLOCKED,
            List.of(
                new Change.OfTask(1, new TaskState.Blocked(0, -1)),
                new Change.OfObject(0, new ObjectState.Mutex(0, 1, List.of(1)))));
    assertEquals(
        """
        {"kind":"step","index":2,"time":52000,"since":51000,"task":1,"line":5,\
        "action":{"kind":"acquire","object":0},"outcome":"blocked","changes":[\
        {"kind":"task","task":1,"state":{"kind":"blocked","object":0,"until":-1}},\
        {"kind":"object","object":0,\
        "state":{"kind":"mutex","owner":0,"depth":1,"waiters":[1]}}]}""",
        TraceLines.write(step));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"kind\":\"telepathy\"}",
        "{\"kind\":\"name\",\"task\":1,\"name\":\"x\",\"colour\":\"red\"}",
        "{\"kind\":\"name\",\"task\":null,\"name\":\"x\"}",
        "{\"kind\":\"name\",\"name\":\"x\"}",
        "{\"kind\":\"name\",\"task\":1}",
        "{\"kind\":\"name\",\"task\":1,\"name\":null}",
        "{\"kind\":\"name\",\"task\":\"1\",\"name\":\"x\"}",
        "{\"kind\":\"name\",\"task\":1,\"name\":7}",
        "{\"kind\":\"name\",\"task\":1.5,\"name\":\"x\"}",
        "{\"kind\":\"name\",\"task\":1,\"name\":\"x\"} {}",
        "{\"kind\":\"output\",\"task\":1,\"stream\":\"nowhere\",\"text\":\"x\"}",
        "{\"kind\":\"output\",\"task\":1,\"stream\":0,\"text\":\"x\"}",
        "{\"kind\":\"counters\",\"tasks\":null,\"objects\":[]}",
      })
  void a_line_that_is_no_entry_is_refused(String line) {
    assertThrows(MalformedTrace.class, () -> TraceLines.read(line));
  }

  @Test
  void a_hash_depends_on_every_line_and_on_their_order() {
    assertEquals(hash("a", "b"), hash("a", "b"));
    assertEquals(
        4, Stream.of(hash("a", "b"), hash("b", "a"), hash("ab"), hash()).distinct().count());
    assertTrue(hash().startsWith("e3b0c44298fc1c14"), "the SHA-256 of nothing");
  }

  private static String hash(String... lines) {
    TraceHash hash = new TraceHash();
    Arrays.stream(lines).forEach(hash::add);
    return hash.finish();
  }
}
