/// Snippets: a program saved for ever under a short name made of its content, with the trace of the
/// run it was shared from. Read [braid.server.snippet.Snippets] first.
package braid.server.snippet;
