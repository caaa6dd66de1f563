/// The embedded PostgreSQL used where the operator names no database: starting it before the
/// datasource is made, keeping its data over restarts, ending what a killed service left behind.
/// Leaves system properties with the address. Read [braid.server.database.EmbeddedDatabase] first.
package braid.server.database;
