package braid.kernel.memory;

/// What a task does with a place. An atomic access is an operation that the language does in one
/// piece (`items.append(x)`, `table.setdefault(k, v)`): its order matters as that of any other, but
/// two of them are no data race.
public enum Access {
  READ(false, false),
  WRITE(true, false),
  ATOMIC_READ(false, true),
  ATOMIC_WRITE(true, true);

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
}
