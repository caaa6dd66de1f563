package braid.detect;

import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.Names;
import braid.trace.ObjectState;
import braid.trace.Reason;
import braid.trace.VerdictType;
import java.util.Optional;

/// Says how an execution ended, having seen its trace: `deadlock` before `uncaught`
/// before `passed`. Confined to one run.
public final class Judge {
  /// What CPython says of a program that starts processes while a new one runs its file.
  private static final String BOOTSTRAPPING = "An attempt has been made to start a new process";

  /// Of a run in which nothing is wrong.
  public static final String ALL_ENDED = "Every task ended.";

  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final Names names = new Names();
  private final Clues clues = new Clues();
  private final Circle circle = new Circle();

  /// Takes one line of the trace, in its order.
  public void note(Entry entry) {
    names.note(entry);
    clues.note(entry);
    if (entry instanceof Entry.Step step) {
      circle.note(look(step), step.task(), step.line());
    }
  }

  /// The same number for steps that look the same, except for when.
  private static long look(Entry.Step step) {
    long look = 31L * step.task() + step.line();
    look = look * MIX + step.action().hashCode();
    look = look * MIX + step.outcome().ordinal();
    for (Change change : step.changes()) {
      if (change instanceof Change.OfObject(int object, ObjectState state)) {
        look = look * MIX + 31L * object + state.hashCode();
      }
    }
    return look;
  }

  /// What tasks and objects are called, so far.
  public Names names() {
    return names;
  }

  /// A verdict, the reason as data and as one English sentence.
  public record Judgement(VerdictType verdict, Reason reason, String detail) {}

  /// Judges a run that ended for `ending`, in which `uncaught` was the first exception that nobody
  /// handled.
  public Judgement judge(Reason ending, Optional<Reason.Uncaught> uncaught) {
    return switch (ending) {
      case Reason.Completed completed ->
          uncaught.isPresent()
              ? judged(VerdictType.UNCAUGHT, uncaught.get(), sentence(uncaught.get()))
              : judged(VerdictType.PASSED, completed, ALL_ENDED);
      case Reason.Uncaught error -> judged(VerdictType.UNCAUGHT, error, sentence(error));
      case Reason.Deadlock deadlock -> deadlock(deadlock);
      case Reason.LimitReached limit -> limit(circle.round().map(limit::with).orElse(limit));
      case Reason.Stopped stopped ->
          judged(VerdictType.LIMIT, stopped, "You stopped it before it ended.");
      case Reason.Explored explored ->
          judged(VerdictType.PASSED, explored, "It was executed many times.");
      case Reason.WorkerLost lost ->
          judged(
              VerdictType.LIMIT,
              lost,
              "The worker process that ran it died; run it again, and with less memory if it"
                  + " happens again.");
      case Reason.Refused refused -> judged(VerdictType.REJECTED, refused, sentence(refused));
    };
  }

  private static Judgement judged(VerdictType verdict, Reason reason, String detail) {
    return new Judgement(verdict, reason, detail);
  }

  private Judgement deadlock(Reason.Deadlock deadlock) {
    Reason.Deadlock explained = clues.explained(WaitCycle.in(deadlock));
    String sentence = new DeadlockWords(names).sentence(explained);
    return judged(VerdictType.DEADLOCK, explained, sentence);
  }

  private String sentence(Reason.Uncaught error) {
    String what =
        error.message().isEmpty()
            ? error.exception()
            : error.exception() + ": " + firstLine(error.message());
    String where = error.line() > 0 ? " at line " + error.line() : "";
    String remedy =
        error.message().contains(BOOTSTRAPPING)
            ? " Put what starts processes under if __name__ == \"__main__\":, because every new"
                + " process runs the file again."
            : "";
    return "%s ended with an exception nobody handled%s: %s%s"
        .formatted(names.task(error.task()), where, what, remedy);
  }

  private static String firstLine(String text) {
    String stripped = text.strip();
    int end = stripped.indexOf('\n');
    return end < 0 ? stripped : stripped.substring(0, end) + " …";
  }

  private static String sentence(Reason.Refused refused) {
    return refused.line() > 0
        ? "Line %d: %s".formatted(refused.line(), refused.message())
        : refused.message();
  }

  private Judgement limit(Reason.LimitReached limit) {
    String going = new GoingWords(names::task).sentence(limit.going());
    return judged(VerdictType.LIMIT, limit, sentence(limit) + (going.isEmpty() ? "" : " " + going));
  }

  private static String sentence(Reason.LimitReached limit) {
    String amount = "%,d %s".formatted(limit.value(), limit.unit());
    return switch (limit.limit()) {
      case WALL ->
          "It was stopped after %s of real time. Let the loop end, or let it do less."
              .formatted(amount);
      case MEMORY ->
          "It needs more than the %s of memory a run may have. Keep less at once."
              .formatted(amount);
      case OUTPUT ->
          "It printed more than %s and was stopped. Print less, or less often.".formatted(amount);
      case TASKS ->
          "It has more than %s alive at once. Use a pool, or start fewer.".formatted(amount);
      case OBJECTS -> "It made more than %s. Make them once and use them again.".formatted(amount);
      case STEPS ->
          "It was stopped after %s. Let loops make fewer turns: a few show what many do."
              .formatted(amount);
      case RECURSION -> "It calls itself more than %s deep.".formatted(amount);
    };
  }
}
