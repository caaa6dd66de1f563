package braid.explore;

import braid.kernel.schedule.ScheduleToken;
import braid.trace.VerdictType;

/// What became of one execution. Immutable.
///
/// @param detail the verdict in one sentence
/// @param output all that was written
/// @param choices replay it
public record Executed(
    VerdictType verdict, String detail, String output, ScheduleToken.Recorded choices) {}
