package braid.trace;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// One line of a trace. A trace is a [Header], then declarations and steps in the order they
/// happened, then a [Verdict]. Times are virtual nanoseconds since the start of the run; task and
/// object ids are small integers given in order of appearance, each in its own numbering.
/// Immutable.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Header.class, name = "trace"),
  @JsonSubTypes.Type(value = Entry.TaskAdded.class, name = "task"),
  @JsonSubTypes.Type(value = Entry.TaskNamed.class, name = "name"),
  @JsonSubTypes.Type(value = Entry.ObjectAdded.class, name = "object"),
  @JsonSubTypes.Type(value = Entry.Step.class, name = "step"),
  @JsonSubTypes.Type(value = Entry.RecordingStopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = Entry.Output.class, name = "output"),
  @JsonSubTypes.Type(value = Entry.Counters.class, name = "counters"),
  @JsonSubTypes.Type(value = Entry.Choice.class, name = "choice"),
  @JsonSubTypes.Type(value = Entry.Explored.class, name = "explored"),
  @JsonSubTypes.Type(value = Entry.Verdict.class, name = "verdict")
})
public sealed interface Entry {

  /// The version of this vocabulary; a reader refuses a larger one.
  int VERSION = 1;

  /// The first line: what was run and under which rules. `sourceHash` is the SHA-256 of the source
  /// in hexadecimal. The file's name is no part of it: it decides nothing.
  record Header(
      int version,
      String language,
      String sourceHash,
      String strategy,
      long seed,
      String atomicity,
      int cores,
      boolean gil,
      String asyncio)
      implements Entry {}

  /// A task exists from here on; `parent` is -1 for the first task of all. `process` is the id of
  /// the main task of its process (its own id for a process).
  record TaskAdded(int task, TaskType type, String name, int parent, int process, boolean daemon)
      implements Entry {}

  /// A task has another name from here on.
  record TaskNamed(int task, String name) implements Entry {}

  /// An object exists from here on. `name` comes from the program (`lock`, `self.forks[2]`);
  /// `line` is where it was made, 0 where unknown; `owner` is the object it is a part of (the lock
  /// inside a condition names its condition), -1 for none: such parts need no card of their own.
  record ObjectAdded(
      int object, ObjectType type, String name, int task, int line, int owner, ObjectState state)
      implements Entry {}

  /// One recorded action. `since` is when the task last began to run before this step: it ran from
  /// `since` to `time`. `line` is 0 where no user line is known. `changes` lists everything that is
  /// different after this step; what is not listed is as it was.
  record Step(
      int index,
      long time,
      long since,
      int task,
      int line,
      Action action,
      Outcome outcome,
      List<Change> changes)
      implements Entry {
    public Step {
      changes = List.copyOf(changes);
    }
  }

  /// Recording stopped after `steps` steps because of the limit named; the program goes on, and
  /// [Output] and [Counters] tell the rest.
  record RecordingStopped(int steps, long time, String reason) implements Entry {}

  /// Output of a task after recording stopped.
  record Output(int task, Stream stream, String text) implements Entry {}

  /// How often each task stepped and each object was used, to the very end.
  record Counters(List<Count> tasks, List<Count> objects) implements Entry {
    public Counters {
      tasks = List.copyOf(tasks);
      objects = List.copyOf(objects);
    }
  }

  /// How many steps the task or object `id` had.
  record Count(int id, long steps) {}

  /// What an exploration has shown so far. Instead of steps its trace has these, each about all of
  /// it, the last one before the verdict.
  ///
  /// @param explored complete executions, each different under an exhaustive strategy
  /// @param blocked executions given up because they would have repeated another
  /// @param complete every execution that differs was seen
  /// @param estimated how many there are; -1 while nobody can say
  /// @param preemptions the least found that make the program fail as shown; -1 for no failure
  /// @param schedule replays that failure; empty for none
  /// @param passing replays the nearest execution that passes; empty for none
  /// @param outcomes what executions ended with, most frequent first
  /// @param warnings locks taken in different orders, without a schedule so far that ends there
  record Explored(
      long explored,
      long blocked,
      boolean complete,
      long estimated,
      int preemptions,
      String schedule,
      String passing,
      List<Ending> outcomes,
      List<Race> races,
      List<Inversion> warnings,
      double executionsPerSecond)
      implements Entry {
    public Explored {
      outcomes = List.copyOf(outcomes);
      races = List.copyOf(races);
      warnings = List.copyOf(warnings);
    }
  }

  /// `count` executions printed `output` (cut when long) and had this verdict; `schedule` replays
  /// the first.
  record Ending(String output, VerdictType verdict, String detail, long count, String schedule) {}

  /// Two accesses of the variable `object`, one a write, that nothing orders.
  record Race(String object, Access first, Access second) {}

  /// The task of this name reads or writes at `line`. `calls` are those of the program's functions
  /// that were under way, the innermost first; none where nobody has asked for them.
  record Access(String task, int line, boolean write, List<Call> calls) {
    public Access {
      calls = List.copyOf(calls);
    }
  }

  /// A call of this function (`<module>` outside of all) that is at `line`.
  record Call(String function, int line) {}

  /// Each of these takes a lock that the next one holds, the last one what the first holds: were
  /// they to do so at the same time, none could go on.
  record Inversion(List<Taking> circle) {
    public Inversion {
      circle = List.copyOf(circle);
    }
  }

  /// The task of this name takes the lock `taken` at `line`, while it holds `held`, which it took
  /// at `heldLine`.
  record Taking(String task, String held, int heldLine, String taken, int line) {}

  /// Before the next step there was a choice, where its user is the scheduler: the choice of this
  /// number (from 0) in the schedule fell on the task `picked`. Told where there are two options or
  /// more, by ascending task.
  record Choice(int choice, int picked, List<Option> options) implements Entry {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// A task that can go on, and what it is about to do; `place` names the shared variable it is
  /// about to touch, if that is it (`object` is -1 then).
  record Option(int task, Action action, String place) {}

  /// The last line. `detail` is one English sentence; `reason` says the same as data, so that a
  /// page can say it in the reader's language. `schedule` replays this execution.
  record Verdict(
      VerdictType verdict, String detail, Reason reason, long steps, long time, String schedule)
      implements Entry {}
}
