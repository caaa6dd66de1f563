/// The service with a real PostgreSQL and real workers, asked over real HTTP and real sockets.
package braid.server;
