/// What a user submits: source text, language, settings and limits. Immutable records, checked when
/// they are made; nothing here runs anything. Read [braid.program.Program] first.
package braid.program;
