/// Sees every statement of the user's file as it is executed. An engine's statements enter, calls
/// of [braid.guest.python.statement.Follower] leave. Must not know the kernel. Read
/// [braid.guest.python.statement.Statements] first.
package braid.guest.python.statement;
