/// The pool against real processes: [braid.worker.pool.PlayedWorker] keeps the protocol's promises,
/// or breaks the one that the program it is given names.
package braid.worker.pool;
