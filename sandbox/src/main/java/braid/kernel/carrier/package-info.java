/// What carries tasks so that exactly one runs: virtual threads on one carrier thread, or platform
/// threads with a baton. Bodies to run enter, nothing leaves. Must not know what tasks do or who
/// goes next: that is the kernel's. Read [braid.kernel.carrier.Carrier] first.
package braid.kernel.carrier;
