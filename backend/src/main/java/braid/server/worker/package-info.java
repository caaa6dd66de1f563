/// The service's pool of workers: how it is configured, and what health and start-up tell of it.
/// Read [braid.server.worker.Workers] first.
package braid.server.worker;
