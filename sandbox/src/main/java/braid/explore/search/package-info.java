/// Ways to go through the executions of a program, and how one execution is seen as events that
/// conflict or commute. Candidates and observations enter, choices leave. Must not know what
// becomes
/// of an execution. Read [braid.explore.search.Search], then [braid.explore.search.Dpor].
package braid.explore.search;
