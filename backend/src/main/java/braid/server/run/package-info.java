/// Runs: programs come in over REST, wait their turn, are given to a worker, and are kept with
/// their trace. Live runs are heard through their log, ended ones read from the database. Read
/// [braid.server.run.Runs] first.
package braid.server.run;
