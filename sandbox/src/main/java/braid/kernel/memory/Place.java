package braid.kernel.memory;

/// A variable of the program: a part of an owner, or the whole of it. Confined to the task that has
/// control.
public final class Place {
  private static final int NOBODY = -1;
  private static final int MANY = -2;

  private final Owner owner;
  private final String part;
  private final boolean isWhole;
  private final long key;

  /// Who has touched it: nobody, one task, or many.
  private int toucher = NOBODY;

  private boolean isShared;
  private int object = -1;
  private int mark = -1;

  Place(Owner owner, String part, boolean isWhole) {
    this.owner = owner;
    this.part = part;
    this.isWhole = isWhole;
    this.key = isWhole ? owner.key() : Key.part(owner.key(), part);
  }

  public Owner owner() {
    return owner;
  }

  /// Its name among the parts of its owner; empty for the whole.
  public String part() {
    return part;
  }

  public boolean isWhole() {
    return isWhole;
  }

  /// Whether it is no variable, but the order in which the parts of its owner came.
  public boolean isOrder() {
    return part.equals(Owner.ORDER);
  }

  /// The same in every execution.
  public long key() {
    return key;
  }

  /// As people call it.
  public String name() {
    return owner.name() + part;
  }

  /// Whether an access of this place and one of `other` touch the same memory.
  public boolean meets(Place other) {
    return owner == other.owner && (this == other || isWhole || other.isWhole);
  }

  /// A task touches it. True once a second one has: from its first touch on.
  public boolean touch(int task) {
    if (!isShared) {
      isShared =
          isTouchedByOther(task)
              || (isWhole
                  ? owner.hasPartTouchedByOther(task)
                  : owner.whole().isTouchedByOther(task));
      toucher = toucher == NOBODY || toucher == task ? task : MANY;
    }
    return isShared;
  }

  boolean isTouchedByOther(int task) {
    return toucher != NOBODY && toucher != task;
  }

  /// The number an observer has given it; -1 for none.
  public int mark() {
    return mark;
  }

  /// An observer numbers it.
  public void mark(int number) {
    mark = number;
  }

  /// The object it is in the trace; -1 while it is none.
  public int object() {
    return object;
  }

  /// From now on it is this object of the trace.
  public void show(int id) {
    object = id;
  }
}
