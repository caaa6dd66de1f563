/// What things cost on the simulated machine. Nothing enters; numbers leave. Must not know the
/// kernel.
/// Read [braid.kernel.cost.Costs] first.
package braid.kernel.cost;
