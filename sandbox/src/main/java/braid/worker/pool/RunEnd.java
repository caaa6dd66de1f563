package braid.worker.pool;

import braid.trace.Entry;

/// How a run ended, by the host's own account: the hash is over the lines it received and passed
/// on, the wall time is measured here, and the output is what the lines say was printed. Immutable.
public record RunEnd(
    Entry.Verdict verdict,
    String traceHash,
    long entries,
    long wallMillis,
    String output,
    String stderr) {}
