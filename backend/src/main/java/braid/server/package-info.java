/// The service: takes programs over HTTP, has workers run them, streams and keeps the traces. Each
/// feature is a folder: run, stream, snippet, gallery, page. It can never run guest code itself: of
/// the sandbox it may use program, trace and worker only. Read [braid.server.Main] first.
package braid.server;
