/// What a client is told when something is wrong: one RFC 9457 document with a sentence a person
/// can act on, whatever layer noticed. Read [braid.server.problem.Problem] first.
package braid.server.problem;
