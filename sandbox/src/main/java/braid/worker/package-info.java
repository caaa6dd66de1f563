/// The worker protocol and the host's end of it: frames over a pipe, and the process behind its
/// walls. The far end is `braid.runner.WorkerMain`. What comes from the pipe is untrusted and
/// checked here. Must not know kernel or guests. Read [braid.worker.Frame] first.
package braid.worker;
