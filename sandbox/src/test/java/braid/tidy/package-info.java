/// The rules of DESIGN and STYLE that a machine can hold: arrows between packages, sizes, names,
/// determinism. Source text and class files enter, offences leave; each names its remedy. Read
/// [braid.tidy.ArrowTest] first.
package braid.tidy;
