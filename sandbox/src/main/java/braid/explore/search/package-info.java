/// Ways to go through the executions of a program. Candidates and the events of an execution enter,
/// choices leave. Must not know what becomes of an execution. Read [braid.explore.search.Search],
/// then [braid.explore.search.Dpor].
package braid.explore.search;
