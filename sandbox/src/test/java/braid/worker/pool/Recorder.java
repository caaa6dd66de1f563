package braid.worker.pool;

import braid.trace.TraceHash;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Keeps what a run's listener hears. Thread-safe.
final class Recorder implements RunListener {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CompletableFuture<RunEnd> end = new CompletableFuture<>();
  private final CountDownLatch first = new CountDownLatch(1);

  @Override
  public void lines(List<String> more) {
    lines.addAll(more);
    first.countDown();
  }

  @Override
  public void ended(RunEnd how) {
    if (!end.complete(how)) {
      throw new AssertionError("a run ended twice");
    }
  }

  List<String> lines() {
    return lines;
  }

  RunEnd awaitEnd() throws Exception {
    return end.get(30, TimeUnit.SECONDS);
  }

  void awaitFirstLine() throws InterruptedException {
    if (!first.await(30, TimeUnit.SECONDS)) {
      throw new AssertionError("no line came");
    }
  }

  String hash() {
    TraceHash hash = new TraceHash();
    lines.forEach(hash::add);
    return hash.finish();
  }
}
