package braid.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

/// Entries as JSON lines and back. The text of an entry is a function of the entry alone, so equal
/// executions have equal bytes. Thread-safe.
public final class TraceLines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(LogicalType.Textual, TraceLines::refuseAllButStrings)
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
      Entry entry = READER.readValue(line);
      if (entry == null) {
        throw new MalformedTrace("not a trace entry: " + line);
      }
      return entry;
    } catch (JsonProcessingException e) {
      throw new MalformedTrace("not a trace entry: " + e.getOriginalMessage(), e);
    }
  }

  private static void refuseAllButStrings(MutableCoercionConfig config) {
    config
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }
}
