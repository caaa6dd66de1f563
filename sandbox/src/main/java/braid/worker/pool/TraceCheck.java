package braid.worker.pool;

import braid.program.Limits;
import braid.program.Program;
import braid.trace.Entry;
import braid.trace.MalformedTrace;
import braid.trace.TraceLines;
import braid.worker.Frame;
import braid.worker.MalformedFrame;

/// Decides whether the lines a worker sends are the trace of this very program: one header first,
/// steps numbered and in order of time, tasks declared before they step, nothing after the verdict,
/// no more than the limits let there be. Confined to its execution.
final class TraceCheck {
  private static final long STEP_BYTES_MAX = 1024;
  private static final long OUTPUT_BYTES_PER_BYTE = 8;

  private final Program program;
  private final long charsMax;
  private long chars;
  private long entries;
  private long steps;
  private long timeNanos;
  private int tasks;
  private boolean isOver;

  TraceCheck(Program program) {
    this.program = program;
    Limits limits = program.limits();
    charsMax =
        limits.stepsRecorded() * STEP_BYTES_MAX
            + limits.outputBytes() * OUTPUT_BYTES_PER_BYTE
            + Frame.BYTES_MAX;
  }

  /// The next line's entry; [MalformedFrame] when it may not stand here.
  Entry accept(String line) throws MalformedFrame {
    chars += line.length();
    if (chars > charsMax) {
      throw new MalformedFrame("a trace has at most " + charsMax + " characters");
    }
    if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
      throw new MalformedFrame("a line of a trace holds a line end");
    }
    if (isOver) {
      throw new MalformedFrame("a trace goes on after its verdict");
    }
    Entry entry = parse(line);
    if ((entries == 0) != (entry instanceof Entry.Header)) {
      throw new MalformedFrame("a trace has one header, as its first line");
    }
    check(entry);
    entries++;
    return entry;
  }

  /// Lines so far.
  long entries() {
    return entries;
  }

  /// Steps so far.
  long steps() {
    return steps;
  }

  /// The virtual time of the last step.
  long timeNanos() {
    return timeNanos;
  }

  private void check(Entry entry) throws MalformedFrame {
    switch (entry) {
      case Entry.Header header -> check(header);
      case Entry.TaskAdded added -> {
        require(added.task() == tasks, "tasks are numbered in order");
        tasks++;
      }
      case Entry.TaskNamed named -> requireTask(named.task());
      case Entry.ObjectAdded added -> require(added.object() >= 0, "objects are numbered from 0");
      case Entry.Step step -> check(step);
      case Entry.RecordingStopped stopped -> advanceTo(stopped.time());
      case Entry.Output output -> requireTask(output.task());
      case Entry.Counters _ -> {}
      case Entry.Choice choice -> requireTask(choice.picked());
      case Entry.Explored _ ->
          require(
              program.settings().exploring().isAsked(), "only an exploration tells of many runs");
      case Entry.Verdict verdict -> {
        require(verdict.steps() >= steps, "a verdict counts every step");
        isOver = true;
      }
    }
  }

  private void check(Entry.Header header) throws MalformedFrame {
    require(header.version() == Entry.VERSION, "the trace has version " + Entry.VERSION);
    require(
        header.sourceHash().equals(program.sourceHash()),
        "the trace is of the program that was sent");
  }

  private void check(Entry.Step step) throws MalformedFrame {
    require(step.index() == steps, "steps are numbered in order");
    requireTask(step.task());
    advanceTo(step.time());
    steps++;
    require(steps <= program.limits().stepsRecorded(), "recording stops at the step limit");
  }

  private void advanceTo(long time) throws MalformedFrame {
    require(time >= timeNanos, "time never goes back");
    timeNanos = time;
  }

  private void requireTask(int task) throws MalformedFrame {
    require(task >= 0 && task < tasks, "a task is declared before it does anything");
  }

  private static Entry parse(String line) throws MalformedFrame {
    try {
      return TraceLines.read(line);
    } catch (MalformedTrace e) {
      throw new MalformedFrame(e.getMessage(), e);
    }
  }

  private void require(boolean isTrue, String rule) throws MalformedFrame {
    if (!isTrue) {
      throw new MalformedFrame("line " + (entries + 1) + " breaks the rule that " + rule);
    }
  }
}
