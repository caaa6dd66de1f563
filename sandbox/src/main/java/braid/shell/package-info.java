/// The commands of `./braid` that run programs: options in, output, verdicts and exit codes out.
/// Programs run in workers behind walls, as in the service; nothing here runs a guest. Read
/// [braid.shell.RunCommand] first.
package braid.shell;
