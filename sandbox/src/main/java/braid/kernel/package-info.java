/// Runs tasks one at a time under a schedule of ours: announce, choose, apply, record. Actions enter
/// from a guest's tasks, entries leave to a sink; every chance goes through a [braid.kernel.Strategy]
/// or [braid.kernel.Chance], and time is virtual. Must not know languages, threads of the host beyond
/// a [braid.kernel.Carrier], or how a verdict is judged. Read [braid.kernel.Kernel] first.
package braid.kernel;
