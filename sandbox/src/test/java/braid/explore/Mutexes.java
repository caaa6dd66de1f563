package braid.explore;

import braid.explore.Playlet.Lock;
import braid.explore.Playlet.Variable;

/// Locks made of variables, right and wrong, as playlets. Being inside is a lock nobody may find
/// taken: one step to enter, one to leave.
final class Mutexes {
  private Mutexes() {}

  private static void beInside(Playlet play, Lock inside) {
    play.check(inside.tryAcquire());
    inside.release();
  }

  /// One flag, looked at and then raised.
  static void flag(Playlet play) {
    Variable flag = play.variable("flag", 0);
    Lock inside = play.lock();
    Runnable enter =
        () -> {
          if (flag.get() == 0) {
            flag.set(1);
            beInside(play, inside);
            flag.set(0);
          }
        };
    play.together(enter, enter);
  }

  /// As above, waiting busily until the flag is down.
  static void awaitedFlag(Playlet play) {
    Variable flag = play.variable("flag", 0);
    Lock inside = play.lock();
    Runnable enter =
        () -> {
          play.awaitThat(() -> flag.get() == 0);
          flag.set(1);
          beInside(play, inside);
          flag.set(0);
        };
    play.together(enter, enter);
  }

  /// Two flags, raised before looking at the other's, and no turn: both may wait for ever.
  static void politeFlags(Playlet play) {
    Variable[] flags = {play.variable("flag 0", 0), play.variable("flag 1", 0)};
    play.together(() -> polite(play, flags, 0), () -> polite(play, flags, 1));
  }

  private static void polite(Playlet play, Variable[] flags, int self) {
    flags[self].set(1);
    play.awaitThat(() -> flags[1 - self].get() == 0);
    flags[self].set(0);
  }

  /// Peterson's algorithm ("Myths About the Mutual Exclusion Problem", 1981).
  static void peterson(Playlet play) {
    Peterson of = new Peterson(play);
    play.together(() -> of.awaited(0, true), () -> of.awaited(1, true));
  }

  /// The turn is given away before the flag is raised.
  static void petersonTurnFirst(Playlet play) {
    Peterson of = new Peterson(play);
    play.together(() -> of.awaited(0, false), () -> of.awaited(1, false));
  }

  /// As above, and who does not get in at once gives up.
  static void petersonTurnFirstOnce(Playlet play) {
    Peterson of = new Peterson(play);
    play.together(() -> of.once(0), () -> of.once(1));
  }

  private static final class Peterson {
    private final Playlet play;
    private final Variable[] flags;
    private final Variable turn;
    private final Lock inside;

    Peterson(Playlet play) {
      this.play = play;
      this.flags = new Variable[] {play.variable("flag 0", 0), play.variable("flag 1", 0)};
      this.turn = play.variable("turn", 0);
      this.inside = play.lock();
    }

    private boolean mayEnter(int self) {
      return flags[1 - self].get() == 0 || turn.get() == self;
    }

    void awaited(int self, boolean isFlagFirst) {
      if (isFlagFirst) {
        flags[self].set(1);
        turn.set(1 - self);
      } else {
        turn.set(1 - self);
        flags[self].set(1);
      }
      play.awaitThat(() -> mayEnter(self));
      beInside(play, inside);
      flags[self].set(0);
    }

    void once(int self) {
      turn.set(1 - self);
      flags[self].set(1);
      if (mayEnter(self)) {
        beInside(play, inside);
        flags[self].set(0);
      }
    }
  }
}
