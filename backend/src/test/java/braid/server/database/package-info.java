/// The embedded database over restarts and crashes.
package braid.server.database;
