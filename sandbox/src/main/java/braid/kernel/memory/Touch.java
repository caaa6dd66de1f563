package braid.kernel.memory;

/// What a task is about to do with shared memory. Immutable.
public record Touch(Place place, Access access) {}
