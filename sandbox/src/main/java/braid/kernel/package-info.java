/// Runs tasks one at a time under a schedule of ours: announce, choose, apply, record. Actions
/// enter from a guest's tasks, entries leave to a sink; every chance goes through a
/// [braid.kernel.schedule.Strategy] or [braid.kernel.schedule.Chance], and time is virtual. Must
/// not know languages, threads of the host beyond a [braid.kernel.carrier.Carrier], or how a
/// verdict is judged. Read [braid.kernel.Kernel] first.
package braid.kernel;
