package braid.kernel;

import braid.kernel.carrier.Carrier;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.TaskType;

/// One flow of control, as the kernel sees it. Confined to the carrier.
final class Task {
  enum Status {
    /// Declared, not started.
    CREATED,
    /// Has announced an action that it has not been refused yet (or is executing guest code).
    ANNOUNCED,
    /// Tried, and waits until its pending action can go through or its deadline passes.
    BLOCKED,
    ENDED
  }

  static final long NEVER = Long.MAX_VALUE;

  final int id;
  final TaskType type;
  final int process;
  String name;
  boolean isDaemon;

  Status status = Status.CREATED;
  Action pending = new Action.Begin();

  /// The object of the pending action; null for actions on none.
  Primitive primitive;

  int object = -1;

  /// When a wait or sleep gives up; [#NEVER] for none.
  long deadline = NEVER;

  /// The task's own clock: how far it has come.
  long clock;

  /// Its time ran out: the pending action is over without having happened.
  boolean isExpired;

  /// It only tries: what cannot happen now fails instead of waiting.
  boolean isTry;

  /// It waits in a way that no trace shows (a starting thread's parent).
  boolean isHidden;

  /// It woke by its own deadline, which its next step has to say.
  boolean hasWoken;

  boolean hasBegun;

  /// It was ended from outside, in the middle of something; its stack is still there.
  boolean isKilled;

  /// When it last began to run.
  long runningSince;

  /// When its pending action was first seen enabled after it blocked; -1 while it is not.
  long enabledAt = -1;

  /// A disturbed machine keeps it waiting for so long before it runs on.
  long delayNanos;

  /// How often that has happened.
  int delays;

  /// Position in the order of those who wait.
  long arrival;

  /// Statements it may still execute before it is asked again.
  int statementsLeft;

  int sliceStatements;
  int line;
  long steps;

  /// What its last action gave back.
  long value;

  /// Why its last action was a mistake.
  String mistake = "";

  /// The exception nobody handled; empty for none.
  String error = "";

  /// Runs it; set when it is started.
  Runnable body;

  /// The carrier's handle; null until it first runs.
  Carrier.Seat seat;

  Task(int id, TaskType type, String name, int process, boolean isDaemon) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.process = process < 0 ? id : process;
    this.isDaemon = isDaemon;
  }

  boolean isStarted() {
    return status != Status.CREATED;
  }

  boolean isAlive() {
    return isStarted() && !hasEnded();
  }

  boolean hasEnded() {
    return status == Status.ENDED;
  }

  @Override
  public String toString() {
    return "task " + id + " (" + name + ") " + status + " " + pending + " at " + clock;
  }
}
