package braid.server.run;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Runs that wait for a worker, shared fairly: each client has one run in every round, so whoever
/// asks for a hundred delays another's first run by one at most. Bounded. Thread-safe.
///
/// After: A. Demers, S. Keshav, S. Shenker, "Analysis and Simulation of a Fair Queueing Algorithm",
/// SIGCOMM 1989, with every run of the same length.
final class RunQueue {
  private final int runsMax;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final TreeSet<Waiting> waiting =
      new TreeSet<>(Comparator.comparingLong(Waiting::round).thenComparingLong(Waiting::arrival));
  private final Map<String, Long> lastRounds = new HashMap<>();
  private long round;
  private long arrivals;

  private record Waiting(long round, long arrival, LiveRun run) {}

  RunQueue(int runsMax) {
    this.runsMax = runsMax;
  }

  /// Puts a run at its place; false when there is no room.
  boolean tryAdd(LiveRun run) {
    lock.lock();
    try {
      if (waiting.size() >= runsMax) {
        return false;
      }
      long own = Math.max(round, lastRounds.getOrDefault(run.client(), round - 1) + 1);
      lastRounds.put(run.client(), own);
      waiting.add(new Waiting(own, arrivals++, run));
      filled.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  boolean isFull() {
    return size() >= runsMax;
  }

  /// Takes the next run, waiting for one.
  LiveRun awaitNext() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        filled.await();
      }
      Waiting next = waiting.removeFirst();
      round = next.round();
      if (waiting.isEmpty()) {
        lastRounds.clear();
      }
      return next.run();
    } finally {
      lock.unlock();
    }
  }

  /// Takes this run out; whether it was in.
  boolean remove(LiveRun run) {
    lock.lock();
    try {
      return waiting.removeIf(it -> it.run() == run);
    } finally {
      lock.unlock();
    }
  }

  /// The run's place, 1 for the next; nothing when it is not waiting.
  Optional<Integer> place(LiveRun run) {
    lock.lock();
    try {
      int place = 1;
      for (Waiting it : waiting) {
        if (it.run() == run) {
          return Optional.of(place);
        }
        place++;
      }
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }
}
