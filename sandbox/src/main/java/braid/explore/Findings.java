package braid.explore;

import braid.kernel.schedule.ScheduleToken;
import braid.trace.VerdictType;
import java.util.List;
import java.util.Optional;

/// What an exploration has shown so far. Immutable.
///
/// @param verdict the first of rejected, deadlock, uncaught, race, limit, passed that any execution
///     had
/// @param detail of the execution shown as failing, or of the first one
/// @param explored complete executions of the main phase, no two of one kind where the algorithm
///     promises that
/// @param blocked executions that turned out to repeat others
/// @param executions all that were made, with those of other phases
/// @param isComplete every behaviour was covered
/// @param isThrough nothing is left to try within its bounds, or with a bound somebody has failed
/// @param estimated how many executions there are; -1 unknown
/// @param shown the verdict of the failure shown, which has the least preemptions of all that were
///     found, whatever the verdict is
/// @param preemptions how many it has; -1 when there is none
/// @param failing replays that failure
/// @param passing replays the execution without failure that is most like it
public record Findings(
    VerdictType verdict,
    String detail,
    int explored,
    int blocked,
    int executions,
    boolean isComplete,
    boolean isThrough,
    long estimated,
    VerdictType shown,
    int preemptions,
    Optional<ScheduleToken.Recorded> failing,
    Optional<ScheduleToken.Recorded> passing,
    List<Outcome> outcomes,
    List<Race> races) {

  public Findings {
    outcomes = List.copyOf(outcomes);
    races = List.copyOf(races);
  }

  /// Executions that ended alike; `choices` replay the first of them, about which `detail` says a
  /// sentence.
  public record Outcome(
      VerdictType verdict,
      String output,
      String detail,
      int count,
      ScheduleToken.Recorded choices) {
    Outcome counted(int now) {
      return new Outcome(verdict, output, detail, now, choices);
    }
  }

  /// Two accesses of one place that nothing orders, the second of them the later one; `choices`
  /// replay the execution in which they were seen.
  public record Race(String place, Side first, Side second, ScheduleToken.Recorded choices) {}

  /// One of the two.
  ///
  /// @param task its name
  /// @param at so many accesses were made before it in its execution
  public record Side(String task, int line, boolean isWrite, int at) {}
}
