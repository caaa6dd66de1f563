/// How guest code calls ours: functions as objects of the engine, one class for all of them, so
/// that a call costs the engine nothing to find. Guest values enter, plain Java values go on to
/// the method; what comes back goes the other way. Must not know what the functions do. Read
/// [braid.guest.python.call.ExportedFunctions] first.
package braid.guest.python.call;
