package braid.kernel.memory;

/// What a task does with a place. An atomic access is an operation that the language does in one
/// piece (`items.append(x)`, `table.setdefault(k, v)`): its order matters as that of any other, but
/// two of them are no data race. A key that a table gets comes after those that it has: of two such
/// inserts the order matters, though each is of another key, to whoever sees the keys in their
/// order.
public enum Access {
  READ(false, false),
  WRITE(true, false),
  ATOMIC_READ(false, true),
  ATOMIC_WRITE(true, true),
  /// Of a whole whose result is the same whatever the order of the keys, as how many there are.
  UNORDERED_READ(false, true),
  /// A write that gives the owner a part it has not had.
  INSERT(true, false),
  ATOMIC_INSERT(true, true);

  private final boolean isWrite;
  private final boolean isAtomic;

  Access(boolean isWrite, boolean isAtomic) {
    this.isWrite = isWrite;
    this.isAtomic = isAtomic;
  }

  /// Whether the place is different afterwards.
  public boolean isWrite() {
    return isWrite;
  }

  /// Whether the language does it in one piece.
  public boolean isAtomic() {
    return isAtomic;
  }

  /// Whether the owner has a part more afterwards.
  public boolean isInsert() {
    return this == INSERT || this == ATOMIC_INSERT;
  }

  /// Whether an access of the whole tells which part came first.
  public boolean seesOrder() {
    return this != UNORDERED_READ;
  }
}
