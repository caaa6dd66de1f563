package braid.kernel.memory;

/// What a task does with a place.
public enum Access {
  READ,
  WRITE
}
