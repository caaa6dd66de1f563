package braid.corpus;

import braid.program.Program;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Stream;
import braid.trace.TraceLines;
import braid.worker.Walls;
import braid.worker.WorkerCommand;
import braid.worker.WorkerHome;
import braid.worker.pool.PoolOptions;
import braid.worker.pool.RunEnd;
import braid.worker.pool.RunListener;
import braid.worker.pool.Starts;
import braid.worker.pool.WorkerPool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/// What a run on a real worker came to. Immutable.
record RealRun(List<Entry> entries, RunEnd end) {
  private static final int PATIENCE_SECONDS = 100;

  RealRun {
    entries = List.copyOf(entries);
  }

  /// A pool with one real worker behind its walls, ready.
  static WorkerPool openPool() throws InterruptedException {
    return openPool(WorkerCommand::standard);
  }

  /// The same with a worker for explorations.
  static WorkerPool openExploringPool() throws InterruptedException {
    return openPool(WorkerCommand::exploring);
  }

  /// The same with a worker of this kind.
  static WorkerPool openPool(BiFunction<Walls, WorkerHome, WorkerCommand> kind)
      throws InterruptedException {
    WorkerHome home = new WorkerHome(Path.of("target"), Path.of(System.getProperty("java.home")));
    WorkerCommand command = kind.apply(Walls.strongest(home), home);
    WorkerPool pool = new WorkerPool(command, PoolOptions.of(1), new Starts());
    pool.awaitReady();
    return pool;
  }

  /// Runs the program on the next worker that is ready.
  static RealRun of(WorkerPool pool, Program program) throws Exception {
    List<Entry> entries = new ArrayList<>();
    CompletableFuture<RunEnd> end = new CompletableFuture<>();
    pool.start(
        program,
        new RunListener() {
          @Override
          public void lines(List<String> lines) {
            lines.stream().map(TraceLines::read).forEach(entries::add);
          }

          @Override
          public void ended(RunEnd how) {
            end.complete(how);
          }
        });
    RunEnd how = end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return new RealRun(entries, how);
  }

  Entry.Verdict verdict() {
    return end.verdict();
  }

  /// What an exploration has told last.
  Optional<Entry.Explored> explored() {
    return entries.stream()
        .filter(Entry.Explored.class::isInstance)
        .map(Entry.Explored.class::cast)
        .reduce((_, later) -> later);
  }

  /// Everything written to this stream, in order.
  String text(Stream stream) {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      if (entry instanceof Entry.Step step
          && step.action() instanceof Action.Print print
          && print.stream() == stream) {
        text.append(print.text());
      } else if (entry instanceof Entry.Output output && output.stream() == stream) {
        text.append(output.text());
      }
    }
    return text.toString();
  }
}
