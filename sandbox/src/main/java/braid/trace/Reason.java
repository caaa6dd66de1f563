package braid.trace;

import com.fasterxml.jackson.annotation.JsonProperty;
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
  /// first; otherwise they are simply all that wait. `early` are notifies, of
  /// conditions on which somebody waits now, that found nobody waiting.
  record Deadlock(boolean isCycle, DeadlockType type, List<Waiting> waiting, List<Notice> early)
      implements Reason {
    public Deadlock {
      waiting = List.copyOf(waiting);
      early = List.copyOf(early);
    }

    /// These wait, and nobody has looked why.
    public static Deadlock of(List<Waiting> waiting) {
      return new Deadlock(false, DeadlockType.OTHER, waiting, List.of());
    }
  }

  /// What kind of deadlock it is.
  enum DeadlockType {
    /// Each holds what the next one wants.
    @JsonProperty("lock-cycle")
    LOCK_CYCLE,
    /// A notify found nobody waiting, and no other comes.
    @JsonProperty("lost-wakeup")
    LOST_WAKEUP,
    /// Who holds a lock has ended, or wants it again.
    @JsonProperty("missing-release")
    MISSING_RELEASE,
    /// Tasks wait for each other to end.
    @JsonProperty("join-cycle")
    JOIN_CYCLE,
    /// Work waits for work that nobody is left to do.
    @JsonProperty("pool-starvation")
    POOL_STARVATION,
    /// Somebody waits for an item, or for room, and nobody is left to give it.
    @JsonProperty("queue-never-filled")
    QUEUE_NEVER_FILLED,
    /// None of these.
    @JsonProperty("other")
    OTHER
  }

  /// `task` notified the condition `object` at `line`, in the step of this number.
  record Notice(int task, int line, int object, int step) {}

  /// `task` waits at `line` for `object` (-1: for the end of `holder`), which `holder` has (-1:
  /// nobody), since the step `heldSince` (-1 where not known).
  record Waiting(int task, int line, int object, int holder, int heldSince) {}

  /// A limit was reached: which one, its value and unit, and what went on then.
  record LimitReached(LimitType limit, long value, String unit, Going going) implements Reason {
    public LimitReached {
      // Runs stored before this was told have none.
      going = going == null ? Going.UNKNOWN : going;
    }

    public LimitReached(LimitType limit, long value, String unit) {
      this(limit, value, unit, Going.UNKNOWN);
    }

    /// The same, knowing more.
    public LimitReached with(Going known) {
      return new LimitReached(limit, value, unit, known);
    }
  }

  /// What went on when a limit was reached: these tasks did the same `steps` steps over and over,
  /// on lines from `firstLine` to `lastLine` (0: not known). Without steps: the one task was
  /// computing at that line; without tasks, nothing is known.
  record Going(List<Integer> tasks, int steps, int firstLine, int lastLine) {
    public static final Going UNKNOWN = new Going(List.of(), 0, 0, 0);

    public Going {
      tasks = List.copyOf(tasks);
    }
  }

  /// The user stopped it.
  record Stopped() implements Reason {}

  /// An exploration ended; [Entry.Explored] before it says with what.
  record Explored() implements Reason {}

  /// The worker process ended during the run.
  record WorkerLost() implements Reason {}

  /// It could not be run at all; `message` says why and `line` where (0: nowhere in particular).
  record Refused(int line, String message) implements Reason {}
}
