package braid.worker.pool;

import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Stream;

/// Everything a program printed, by stream. Its size is bounded by the trace it comes from.
/// Confined to its execution.
final class OutputText {
  private final StringBuilder stdout = new StringBuilder();
  private final StringBuilder stderr = new StringBuilder();

  void add(Entry entry) {
    if (entry instanceof Entry.Step step && step.action() instanceof Action.Print print) {
      add(print.stream(), print.text());
    } else if (entry instanceof Entry.Output output) {
      add(output.stream(), output.text());
    }
  }

  String stdout() {
    return stdout.toString();
  }

  String stderr() {
    return stderr.toString();
  }

  private void add(Stream stream, String text) {
    switch (stream) {
      case STDOUT -> stdout.append(text);
      case STDERR -> stderr.append(text);
    }
  }
}
