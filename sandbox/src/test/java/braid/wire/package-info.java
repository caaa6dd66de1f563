/// The wire's types in the page's language, written from the records that are the wire. Java
/// classes and their source text enter, one TypeScript file leaves. Used by this module's test and,
/// through its test jar, by any other module with messages of its own. Read
/// [braid.wire.TypeScriptFile] first.
package braid.wire;
