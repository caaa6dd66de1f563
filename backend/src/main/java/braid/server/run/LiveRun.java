package braid.server.run;

import braid.program.Program;
import braid.server.wire.RunBody;
import braid.server.wire.RunState;
import braid.worker.pool.Execution;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// A run between being asked for and being in the database for good. Thread-safe.
public final class LiveRun {
  private final String id;
  private final String client;
  private final Program program;
  private final Instant createdAt = Instant.now();
  private final long createdNanos = System.nanoTime();
  private final RunLog log = new RunLog();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<RunBody> ended = new CompletableFuture<>();
  private volatile Optional<Execution> execution = Optional.empty();
  private volatile boolean isStopWanted;

  LiveRun(String id, String client, Program program) {
    this.id = id;
    this.client = client;
    this.program = program;
  }

  public String id() {
    return id;
  }

  /// Who asked for it; only used to share the workers fairly.
  String client() {
    return client;
  }

  Program program() {
    return program;
  }

  Instant createdAt() {
    return createdAt;
  }

  Duration age() {
    return Duration.ofNanos(System.nanoTime() - createdNanos);
  }

  public RunLog log() {
    return log;
  }

  /// Waits for it to leave the queue, at most so long; whether it has.
  public boolean awaitBegun(Duration most) throws InterruptedException {
    return begun.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Waits until its end is in the database.
  public RunBody awaitEnd() throws InterruptedException {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the end of run " + id + " could not be kept", e.getCause());
    }
  }

  boolean hasBegun() {
    return begun.getCount() == 0;
  }

  void begin(Execution how) {
    execution = Optional.of(how);
    begun.countDown();
    if (isStopWanted) {
      how.stop();
    }
  }

  /// It left the queue without a worker.
  void skip() {
    begun.countDown();
  }

  /// Ends it now, or as soon as it begins.
  void stop() {
    isStopWanted = true;
    execution.ifPresent(Execution::stop);
  }

  void end(RunBody body) {
    ended.complete(body);
  }

  void fail(Throwable why) {
    ended.completeExceptionally(why);
  }

  /// As the wire has it now.
  RunBody body() {
    RunState state = hasBegun() ? RunState.RUNNING : RunState.QUEUED;
    return RunBody.unended(id, state, program, createdAt);
  }
}
