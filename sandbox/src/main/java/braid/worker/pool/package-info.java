/// Workers in numbers: kept ready, given one run after another, watched and replaced. Programs
/// enter; checked trace lines and one verdict for each leave, whatever becomes of the worker. Must
/// not know what a program means. Read [braid.worker.pool.WorkerPool] first, then
/// [braid.worker.pool.Execution].
package braid.worker.pool;
