package braid.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// Entries as JSON lines and back. The text of an entry is a function of the entry alone, so equal
/// executions have equal bytes. Thread-safe.
public final class TraceLines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final ObjectWriter WRITER = MAPPER.writerFor(Entry.class);
  private static final ObjectReader READER = MAPPER.readerFor(Entry.class);

  private TraceLines() {}

  /// The entry as one line of JSON, without the line end.
  public static String write(Entry entry) {
    try {
      return WRITER.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an entry cannot be written: " + entry, e);
    }
  }

  /// The entry a line holds; throws [MalformedTrace] when it is none of ours.
  public static Entry read(String line) {
    try {
      return READER.readValue(line);
    } catch (JsonProcessingException e) {
      throw new MalformedTrace("not a trace entry: " + e.getOriginalMessage(), e);
    }
  }
}
