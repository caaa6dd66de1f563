package braid.runner;

import braid.detect.Judge;
import braid.guest.World;
import braid.trace.Entry;
import braid.trace.Reason;
import braid.trace.VerdictType;
import java.util.Optional;
import java.util.function.Consumer;

/// What a worker does for one request: a program executed once, or many times.
interface Job {

  /// How it went. `isClean` says that every task has unwound and the process can serve the next.
  record Result(VerdictType verdict, boolean isClean) {}

  /// Tells `sink` that the program cannot be run at all.
  static Result refuse(Reason.Refused refusal, Consumer<Entry> sink) {
    Judge.Judgement judged = new Judge().judge(refusal, Optional.empty());
    sink.accept(new Entry.Verdict(judged.verdict(), judged.detail(), judged.reason(), 0, 0, ""));
    return new Result(judged.verdict(), true);
  }

  /// Does it, from header to verdict. Called once, by one thread.
  Result run(World world) throws InterruptedException;

  /// Ends it at once, as its user wished. Thread-safe.
  void stop();

  /// After [#run]: waits until nothing of the world is left; false when something stays.
  boolean awaitClosed() throws InterruptedException;
}
