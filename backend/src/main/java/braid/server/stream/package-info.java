/// Runs as they happen, over a WebSocket: any number of watchers, each from its own position and at
/// its own speed. Lines leave exactly as the worker sent them. Read [braid.server.stream.Watcher]
/// first.
package braid.server.stream;
