package braid.server.worker;

import braid.worker.pool.WorkerPool;

/// The workers that explore, apart from those for runs: they are tuned for one program executed
/// again and again, and whoever explores for long keeps nobody from running.
public record ExploringWorkers(WorkerPool pool) {}
