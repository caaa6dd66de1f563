package braid.worker.pool;

import braid.program.Program;
import braid.trace.Entry;
import braid.trace.LimitType;
import braid.trace.Reason;
import braid.trace.TraceHash;
import braid.trace.TraceLines;
import braid.trace.VerdictType;
import braid.worker.Frame;
import braid.worker.MalformedFrame;
import braid.worker.TraceHeader;
import braid.worker.WorkerExit;
import braid.worker.WorkerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// One run on one worker, as the host sees it. Every line is checked before it is passed on; the
/// verdict is held back until the worker's own account of the whole agrees with ours. However the
/// worker ends, the trace ends with a verdict. Thread-safe.
public final class Execution {
  private static final Duration STOP_MAX = Duration.ofSeconds(1);

  private final Program program;
  private final RunListener listener;
  private final Place place;
  private final TraceCheck check;
  private final OutputText printed = new OutputText();
  private final TraceHash sent = new TraceHash();
  private final TraceHash passed = new TraceHash();
  private final long startNanos = System.nanoTime();
  private final ReentrantLock lock = new ReentrantLock();
  private final Future<?> watchdog;
  private Optional<Last> last = Optional.empty();
  private Optional<Entry.Explored> found = Optional.empty();
  private long entriesPassed;
  private boolean isEnded;

  /// The verdict, not yet passed on.
  private record Last(String line, Entry.Verdict verdict) {}

  /// Where an execution takes place: the worker, the timer that watches over it, how much longer
  /// than the program's own limit it lets it go on, and what to do once it is over.
  record Place(
      WorkerProcess worker, ScheduledExecutorService clock, Duration grace, Runnable onEnd) {}

  Execution(Program program, RunListener listener, Place place) {
    this.program = program;
    this.listener = listener;
    this.place = place;
    check = new TraceCheck(program);
    long millis = program.wallMillis() + place.grace().toMillis();
    watchdog = place.clock().schedule(this::overdue, millis, TimeUnit.MILLISECONDS);
  }

  /// Asks the worker to end the run; one that does not answer is ended itself.
  public void stop() {
    lock.lock();
    try {
      // After its end the worker may already serve somebody else.
      if (!isEnded) {
        place.worker().send(new Frame.Stop());
        place.clock().schedule(this::unanswered, STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  void start() {
    place.worker().send(new Frame.Run(program));
  }

  void received(Frame.Entries frame) throws MalformedFrame {
    lock.lock();
    try {
      if (isEnded) {
        return;
      }
      List<String> lines = new ArrayList<>(frame.lines().size());
      for (String line : frame.lines()) {
        sent.add(line);
        Entry entry = check.accept(line);
        printed.add(entry);
        found = entry instanceof Entry.Explored explored ? Optional.of(explored) : found;
        if (entry instanceof Entry.Verdict verdict) {
          last = Optional.of(new Last(line, verdict));
        } else {
          lines.add(line);
        }
      }
      pass(lines);
    } finally {
      lock.unlock();
    }
  }

  void received(Frame.Finished finished) throws MalformedFrame {
    lock.lock();
    try {
      if (isEnded) {
        return;
      }
      Last end = last.orElseThrow(() -> new MalformedFrame("a run finished without a verdict"));
      if (finished.entries() != check.entries()) {
        throw new MalformedFrame(
            "a run of " + check.entries() + " lines claims to have " + finished.entries());
      }
      if (!finished.traceHash().equals(sent.finish())) {
        throw new MalformedFrame("the worker's trace hash is not that of the lines it sent");
      }
      end(end);
    } finally {
      lock.unlock();
    }
  }

  /// The worker broke the protocol: what it said so far may be wrong.
  void rejected(String rule) {
    String detail = "The worker that ran the program broke its protocol: " + rule + ".";
    endBy(VerdictType.REJECTED, detail, new Reason.Refused(0, detail));
  }

  /// The worker is no more.
  void lost(WorkerExit exit) {
    lock.lock();
    try {
      if (!isEnded && last.isPresent()) {
        end(last.get());
      } else if (exit.isOutOfMemory()) {
        long bytes = program.limits().heapBytes();
        endBy(
            VerdictType.LIMIT,
            "The program needed more memory than the %d MiB it can have.".formatted(bytes >> 20),
            new Reason.LimitReached(LimitType.MEMORY, bytes, "bytes"));
      } else {
        endBy(
            VerdictType.LIMIT,
            "The worker that ran the program " + exit.said() + "; run it again.",
            new Reason.WorkerLost());
      }
    } finally {
      lock.unlock();
    }
  }

  private void overdue() {
    long millis = program.wallMillis();
    killBy(
        "The program ran longer than the %d s of real time it can have.".formatted(millis / 1000),
        new Reason.LimitReached(LimitType.WALL, millis, "ms"));
  }

  private void unanswered() {
    killBy("The run was stopped.", new Reason.Stopped());
  }

  private void killBy(String detail, Reason reason) {
    lock.lock();
    try {
      if (!isEnded) {
        place.worker().kill();
        Optional<Entry.Ending> worst = found.flatMap(Execution::worst);
        endBy(
            worst.map(Entry.Ending::verdict).orElse(VerdictType.LIMIT),
            worst.map(ending -> ending.detail() + " " + detail).orElse(detail),
            reason);
      }
    } finally {
      lock.unlock();
    }
  }

  /// What an exploration had found for sure when it was cut off.
  private static Optional<Entry.Ending> worst(Entry.Explored sofar) {
    return Stream.of(VerdictType.DEADLOCK, VerdictType.UNCAUGHT)
        .flatMap(type -> sofar.outcomes().stream().filter(ending -> ending.verdict() == type))
        .findFirst();
  }

  private void endBy(VerdictType type, String detail, Reason reason) {
    lock.lock();
    try {
      if (isEnded) {
        return;
      }
      if (entriesPassed == 0) {
        pass(List.of(TraceLines.write(TraceHeader.of(program))));
      }
      Entry.Verdict verdict =
          new Entry.Verdict(type, detail, reason, check.steps(), check.timeNanos(), "");
      end(new Last(TraceLines.write(verdict), verdict));
    } finally {
      lock.unlock();
    }
  }

  private void end(Last end) {
    pass(List.of(end.line()));
    isEnded = true;
    watchdog.cancel(false);
    long wallMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    listener.ended(
        new RunEnd(
            end.verdict(),
            passed.finish(),
            entriesPassed,
            wallMillis,
            printed.stdout(),
            printed.stderr()));
    place.onEnd().run();
  }

  private void pass(List<String> lines) {
    if (!lines.isEmpty()) {
      lines.forEach(passed::add);
      entriesPassed += lines.size();
      listener.lines(lines);
    }
  }
}
