package braid.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// Why an execution has its verdict, as data. Immutable.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reason.Completed.class, name = "completed"),
  @JsonSubTypes.Type(value = Reason.Uncaught.class, name = "uncaught"),
  @JsonSubTypes.Type(value = Reason.Deadlock.class, name = "deadlock"),
  @JsonSubTypes.Type(value = Reason.LimitReached.class, name = "limit"),
  @JsonSubTypes.Type(value = Reason.Stopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = Reason.Explored.class, name = "explored"),
  @JsonSubTypes.Type(value = Reason.WorkerLost.class, name = "lost"),
  @JsonSubTypes.Type(value = Reason.Refused.class, name = "refused")
})
public sealed interface Reason {

  /// Every task that had to end has ended.
  record Completed() implements Reason {}

  /// The first exception nobody handled, and where: `exception` is the class, `line` the user's.
  record Uncaught(int task, int line, String exception, String message) implements Reason {}

  /// These tasks can never go on. `isCycle` says that each waits for the next one, the last for the
  /// first; otherwise they are simply all that wait.
  record Deadlock(boolean isCycle, List<Waiting> waiting) implements Reason {
    public Deadlock {
      waiting = List.copyOf(waiting);
    }
  }

  /// `task` waits at `line` for `object` (-1: for the end of `holder`), which `holder` has (-1:
  /// nobody), since the step `heldSince` (-1 where not known).
  record Waiting(int task, int line, int object, int holder, int heldSince) {}

  /// A limit was reached: which one, its value and unit.
  record LimitReached(LimitType limit, long value, String unit) implements Reason {}

  /// The user stopped it.
  record Stopped() implements Reason {}

  /// An exploration ended; [Entry.Explored] before it says with what.
  record Explored() implements Reason {}

  /// The worker process ended during the run.
  record WorkerLost() implements Reason {}

  /// It could not be run at all; `message` says why and `line` where (0: nowhere in particular).
  record Refused(int line, String message) implements Reason {}
}
