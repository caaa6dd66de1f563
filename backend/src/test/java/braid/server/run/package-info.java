/// The queue and the log of live runs, on their own.
package braid.server.run;
