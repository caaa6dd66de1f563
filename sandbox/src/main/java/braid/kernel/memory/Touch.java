package braid.kernel.memory;

/// What a task is about to do with shared memory. Immutable.
public record Touch(Place place, Access access) {

  /// Whether the order of the two makes a difference.
  public boolean isInConflict(Touch other) {
    return (place.meets(other.place) && (access.isWrite() || other.access.isWrite()))
        || (place.owner() == other.place.owner() && access.isInsert() && other.access.isInsert());
  }
}
