/// Puts the parts together: one execution from program to verdict, the worker's end of the
/// protocol, and the commands of the shell. May use everything; nothing uses it. Read
/// [braid.runner.Execution] first.
package braid.runner;
