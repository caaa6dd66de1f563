package braid.worker.pool;

import braid.program.Program;
import braid.trace.Entry;
import braid.trace.Reason;
import braid.trace.TraceHash;
import braid.trace.TraceLines;
import braid.trace.VerdictType;
import braid.worker.TraceHeader;
import java.util.List;

/// A run that was stopped before a worker had it: a trace of a header and a verdict.
public final class StoppedEarly {
  private StoppedEarly() {}

  /// Tells the listener the whole of it.
  public static void tell(Program program, RunListener listener) {
    Entry.Verdict verdict =
        new Entry.Verdict(
            VerdictType.LIMIT,
            "The run was stopped before it began.",
            new Reason.Stopped(),
            0,
            0,
            "");
    List<String> lines =
        List.of(TraceLines.write(TraceHeader.of(program)), TraceLines.write(verdict));
    TraceHash hash = new TraceHash();
    lines.forEach(hash::add);
    listener.lines(lines);
    listener.ended(new RunEnd(verdict, hash.finish(), lines.size(), 0, "", ""));
  }
}
