/// A trace as lines of text for a terminal, one lane for each task.
///
/// Enters: entries of a trace. Leaves: the lines.
package braid.trace.lane;
