/// Adapters that run programs of one language on a kernel. A [braid.guest.World] is one run's worth
/// of a language, made ahead of need; its tasks call the kernel for everything they share. Must not
/// know workers, sockets or judges. Read [braid.guest.Guest] first.
package braid.guest;
