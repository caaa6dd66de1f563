/// The host's end of the worker protocol, tried against a small real process that keeps the
/// protocol's promises or breaks one of them on purpose.
package braid.worker;
