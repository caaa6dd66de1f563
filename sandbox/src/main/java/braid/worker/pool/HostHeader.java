package braid.worker.pool;

import braid.program.Program;
import braid.program.Settings;
import braid.trace.Entry;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// The first line of a trace whose worker was lost before it said a word.
final class HostHeader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private HostHeader() {}

  /// The header that the worker would have sent.
  static Entry.Header of(Program program) {
    Settings settings = program.settings();
    return new Entry.Header(
        Entry.VERSION,
        word(program.language()),
        program.sourceHash(),
        word(settings.strategy()),
        settings.seed(),
        word(settings.atomicity()),
        settings.cores(),
        settings.hasGil());
  }

  private static String word(Enum<?> value) {
    return MAPPER.convertValue(value, String.class);
  }
}
