/// What clients send and are sent about programs, runs and traces, shared by the features. Values
/// only: nothing here starts, stores or waits. Read [braid.server.wire.RunBody] first.
package braid.server.wire;
