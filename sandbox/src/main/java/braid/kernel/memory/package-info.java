/// Shared memory as a guest tells it, access by access: owners, their parts, and what a task does
/// with one. Names and line numbers enter, scheduling points and steps leave. Must not know the
/// kernel that implements it. Read [braid.kernel.memory.Memory] first.
package braid.kernel.memory;
