/// Judges an execution from its trace and its ending: verdicts, deadlocks and their words. Entries
/// and reasons enter, a verdict leaves. Must not know the kernel. Read [braid.detect.Judge] first.
package braid.detect;
