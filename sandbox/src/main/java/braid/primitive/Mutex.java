package braid.primitive;

import braid.trace.Action;
import braid.trace.ObjectState;

/// A lock. Who may release it, and whether its holder may take it again, is its [Ownership].
///
/// Values: always 0. `Release` ignores its count. Rejected: releasing a free lock, and under
/// [Ownership#OWNER] another's lock, with CPython's messages (Modules/_threadmodule.c).
public final class Mutex implements Primitive {
  private static final int NOBODY = -1;

  /// The two kinds of lock in Python's `threading`.
  public enum Ownership {
    /// `Lock`: any task may release it; taking it twice waits, perhaps for ever.
    NONE(new Effect.Rejected("release unlocked lock")),
    /// `RLock`: its holder may take it again, and only its holder may release it.
    OWNER(new Effect.Rejected("cannot release un-acquired lock"));

    private final Effect.Rejected refusal;

    Ownership(Effect.Rejected refusal) {
      this.refusal = refusal;
    }
  }

  private final Ownership ownership;
  private final Waiters waiters = new Waiters();
  private int owner = NOBODY;
  private int depth;

  public Mutex(Ownership ownership) {
    this.ownership = ownership;
  }

  /// A lock that any task may release (`threading.Lock`).
  public static Mutex plain() {
    return new Mutex(Ownership.NONE);
  }

  /// A lock that belongs to its holder (`threading.RLock`).
  public static Mutex reentrant() {
    return new Mutex(Ownership.OWNER);
  }

  /// The holder, -1 while it is free.
  public int owner() {
    return owner;
  }

  /// May `task` act as the holder? Of a lock without ownership this is so while it is locked, by
  /// whomever (CPython's `Condition._is_owned` for a `Lock`).
  public boolean isHeldBy(int task) {
    return ownership == Ownership.OWNER ? owner == task : owner != NOBODY;
  }

  @Override
  public ObjectState.Mutex state() {
    return new ObjectState.Mutex(owner, depth, waiters.shown());
  }

  @Override
  public boolean isEnabled(int task, Action action) {
    return switch (action) {
      case Action.Acquire _ -> canTake(task);
      case Action.Release _ -> true;
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public Effect apply(int task, Action action) {
    return switch (action) {
      case Action.Acquire acquire -> acquire(task, acquire);
      case Action.Release _ -> release(task);
      case Action other -> throw WrongAction.unknown(this, other);
    };
  }

  @Override
  public void park(int task, Action action) {
    waiters.add(task);
  }

  @Override
  public void leave(int task) {
    waiters.remove(task);
  }

  private boolean canTake(int task) {
    return owner == NOBODY || (ownership == Ownership.OWNER && owner == task);
  }

  private Effect acquire(int task, Action acquire) {
    if (!canTake(task)) {
      throw WrongAction.disabled(this, task, acquire);
    }
    waiters.remove(task);
    owner = task;
    depth++;
    return Effect.DONE;
  }

  private Effect release(int task) {
    if (!isHeldBy(task)) {
      return ownership.refusal;
    }
    depth--;
    if (depth > 0) {
      return Effect.DONE;
    }
    owner = NOBODY;
    return Effect.of(0, waiters.all());
  }

  /// Gives the lock back however often it was taken, and says how often that was.
  int giveBack() {
    int taken = depth;
    owner = NOBODY;
    depth = 0;
    return taken;
  }

  /// Takes the free lock as often as it was taken before [#giveBack].
  void retake(int task, int taken) {
    waiters.remove(task);
    owner = task;
    depth = taken;
  }

  /// Who waits for it, in the order they came.
  Waiters waiters() {
    return waiters;
  }
}
