package braid.worker;

import braid.program.Program;
import braid.program.Settings;
import braid.trace.Entry;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// The first line of a trace, as a worker says it, or its host for a worker that was lost before it
/// said a word.
public final class TraceHeader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private TraceHeader() {}

  /// The header of a run of this program under its own settings.
  public static Entry.Header of(Program program) {
    return of(program, program.settings());
  }

  /// The header of a run under the settings that its schedule says.
  public static Entry.Header of(Program program, Settings settings) {
    return new Entry.Header(
        Entry.VERSION,
        word(program.language()),
        program.sourceHash(),
        word(settings.strategy()),
        settings.seed(),
        word(settings.atomicity()),
        settings.cores(),
        settings.hasGil(),
        word(settings.asyncio()));
  }

  private static String word(Enum<?> value) {
    return MAPPER.convertValue(value, String.class);
  }
}
