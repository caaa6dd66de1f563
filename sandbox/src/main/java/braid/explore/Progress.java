package braid.explore;

import java.util.function.Supplier;

/// Hears how an exploration gets on: after every execution, so what was found is made only for who
/// asks.
public interface Progress {
  /// Hears nothing.
  Progress NONE = (hasFailed, found) -> {};

  /// `hasFailed` says whether there is a failure to be shown.
  void told(boolean hasFailed, Supplier<Findings> found);
}
