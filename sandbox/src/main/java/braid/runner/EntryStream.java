package braid.runner;

import braid.trace.Entry;
import braid.trace.TraceHash;
import braid.trace.TraceLines;
import braid.worker.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/// Carries entries from the tasks to the pipe: they are written as JSON, hashed and framed on a
/// thread of its own, in batches as large as the wait for the pipe makes them. Entries come from
/// one thread at a time.
final class EntryStream implements Consumer<Entry> {
  private static final int WAITING_MAX = 4096;
  private static final int BATCH_CHARS = 24_000;

  private final Consumer<Frame.FromWorker> out;
  private final BlockingQueue<Optional<Entry>> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
  private final TraceHash hash = new TraceHash();
  private final Thread writer;
  private long entries;

  private EntryStream(Consumer<Frame.FromWorker> out) {
    this.out = out;
    this.writer = Thread.ofPlatform().daemon().name("entries").unstarted(this::write);
  }

  /// A stream to `out` that is open.
  static EntryStream open(Consumer<Frame.FromWorker> out) {
    EntryStream stream = new EntryStream(out);
    stream.writer.start();
    return stream;
  }

  @Override
  public void accept(Entry entry) {
    put(Optional.of(entry));
  }

  private void put(Optional<Entry> entry) {
    boolean isInterrupted = false;
    while (true) {
      try {
        waiting.put(entry);
        break;
      } catch (InterruptedException _) {
        isInterrupted = true;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    try {
      List<String> batch = new ArrayList<>();
      for (Optional<Entry> next = waiting.take(); next.isPresent(); next = waiting.take()) {
        int chars = add(next.get(), batch);
        while (chars < BATCH_CHARS && hasNext()) {
          chars += add(waiting.take().orElseThrow(), batch);
        }
        out.accept(new Frame.Entries(batch));
        batch.clear();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the writer of entries", e);
    }
  }

  private boolean hasNext() {
    Optional<Entry> next = waiting.peek();
    return next != null && next.isPresent();
  }

  private int add(Entry entry, List<String> batch) {
    String line = TraceLines.write(entry);
    hash.add(line);
    entries++;
    batch.add(line);
    return line.length();
  }

  /// Waits until everything is on the pipe.
  void close() throws InterruptedException {
    put(Optional.empty());
    writer.join();
  }

  /// The hash of all lines; after [#close].
  String traceHash() {
    return hash.finish();
  }

  /// How many lines there were; after [#close].
  long entries() {
    return entries;
  }
}
