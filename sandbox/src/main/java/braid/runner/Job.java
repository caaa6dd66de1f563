package braid.runner;

import braid.guest.World;
import braid.trace.VerdictType;

/// What a worker does for one request: a program executed once, or many times.
interface Job {

  /// How it went. `isClean` says that every task has unwound and the process can serve the next.
  record Result(VerdictType verdict, boolean isClean) {}

  /// Does it, from header to verdict. Called once, by one thread.
  Result run(World world) throws InterruptedException;

  /// Ends it at once, as its user wished. Thread-safe.
  void stop();

  /// After [#run]: waits until nothing of the world is left; false when something stays.
  boolean awaitClosed() throws InterruptedException;
}
