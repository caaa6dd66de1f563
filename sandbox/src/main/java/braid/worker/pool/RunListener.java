package braid.worker.pool;

import java.util.List;

/// Hears a run as it goes. Calls come one at a time and in order; they must not block, for the
/// worker's pipe is read no further meanwhile.
public interface RunListener {

  /// The next lines of the trace, each checked, exactly as received and without line ends.
  void lines(List<String> lines);

  /// The run is over; the last line given was its verdict. Called once, and last.
  void ended(RunEnd end);
}
