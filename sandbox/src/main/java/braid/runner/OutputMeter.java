package braid.runner;

import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.LimitType;
import braid.trace.Reason;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Lets entries through until they have printed more than a run may. Confined to the task that has
/// control.
final class OutputMeter implements Consumer<Entry> {
  private final long bytesMax;
  private final Consumer<Entry> sink;
  private Consumer<Reason> end = _ -> {};
  private long bytes;
  private volatile boolean isClosed;

  OutputMeter(long bytesMax, Consumer<Entry> sink) {
    this.bytesMax = bytesMax;
    this.sink = sink;
  }

  /// Who is told when there is too much.
  void end(Consumer<Reason> whom) {
    end = whom;
  }

  /// Nothing passes any more, whoever still sends. Thread-safe.
  void close() {
    isClosed = true;
  }

  @Override
  public void accept(Entry entry) {
    if (isClosed) {
      return;
    }
    String text =
        switch (entry) {
          case Entry.Step step when step.action() instanceof Action.Print(var _, String printed) ->
              printed;
          case Entry.Output output -> output.text();
          case Entry.Header _,
              Entry.TaskAdded _,
              Entry.TaskNamed _,
              Entry.ObjectAdded _,
              Entry.Step _,
              Entry.RecordingStopped _,
              Entry.Counters _,
              Entry.Choice _,
              Entry.Explored _,
              Entry.Verdict _ ->
              "";
        };
    bytes += text.isEmpty() ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > bytesMax) {
      end.accept(new Reason.LimitReached(LimitType.OUTPUT, bytesMax >> 10, "KB"));
      return;
    }
    sink.accept(entry);
  }
}
