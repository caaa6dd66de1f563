package braid.corpus;

import java.util.Arrays;
import java.util.List;

/// A machine for which all that matters of a small program has been written down by hand: threads
/// that read, write, lock and wait. Goes through all its executions that differ in more than the
/// order of independent steps, with sleep sets alone (Godefroid, "Partial-Order Methods for the
/// Verification of Concurrent Systems", LNCS 1032, section 5), and shares nothing with what it is
/// compared with.
final class StepModel {
  private static final int REGISTERS = 2;

  private final List<List<Step>> threads;
  private final long most;
  private final Count count = new Count();

  enum Kind {
    /// Takes one from the thing, and waits until there is one.
    TAKE,
    /// Adds one to the thing.
    GIVE,
    /// Waits until the thing is not 0.
    AWAIT,
    /// Puts the thing into the register.
    READ,
    /// Puts the value into the thing.
    WRITE,
    /// Puts the register and the value together into the thing.
    WRITE_SUM,
    /// Where the register is not 0, goes on at the step `value`. Nobody else notices.
    SKIP,
    /// Fails where the register is the value, and with it the execution. Nobody else notices.
    CHECK
  }

  record Step(Kind kind, int thing, int register, int value) {
    boolean isLocal() {
      return kind == Kind.SKIP || kind == Kind.CHECK;
    }

    private boolean isLook() {
      return kind == Kind.READ || kind == Kind.AWAIT;
    }

    boolean isIndependent(Step other) {
      return thing != other.thing || (isLook() && other.isLook());
    }
  }

  /// How many executions ended well, with threads that wait for ever, and with a failed check.
  static final class Count {
    long passed;
    long stuck;
    long failed;

    long all() {
      return passed + stuck + failed;
    }
  }

  private static final class State {
    final int[] at;
    final int[][] registers;
    final int[] things;
    boolean hasFailed;

    State(int threads, int[] things) {
      this.at = new int[threads];
      this.registers = new int[threads][REGISTERS];
      this.things = things.clone();
    }

    State(State other) {
      this.at = other.at.clone();
      this.registers = Arrays.stream(other.registers).map(int[]::clone).toArray(int[][]::new);
      this.things = other.things.clone();
    }
  }

  private StepModel(List<List<Step>> threads, long most) {
    this.threads = threads;
    this.most = most;
  }

  /// Counts the executions of these threads, from these values of the things on; not much further
  /// than to `most`.
  static Count count(List<List<Step>> threads, int[] things, long most) {
    StepModel model = new StepModel(threads, most);
    State begin = new State(threads.size(), things);
    for (int thread = 0; thread < threads.size(); thread++) {
      model.goLocally(begin, thread);
    }
    model.goThrough(begin, 0);
    return model.count;
  }

  private void goThrough(State state, int asleep) {
    if (state.hasFailed) {
      count.failed++;
      return;
    }
    int ready = 0;
    boolean isOver = true;
    for (int thread = 0; thread < threads.size(); thread++) {
      boolean hasMore = state.at[thread] < threads.get(thread).size();
      isOver &= !hasMore;
      ready |= hasMore && isAdmitted(state, next(state, thread)) ? 1 << thread : 0;
    }
    if (ready == 0) {
      count.passed += isOver ? 1 : 0;
      count.stuck += isOver ? 0 : 1;
      return;
    }
    int done = asleep;
    for (int thread = 0; thread < threads.size() && count.all() <= most; thread++) {
      if ((ready & ~asleep & 1 << thread) != 0) {
        goThrough(after(state, thread), stillAsleep(state, done, next(state, thread)));
        done |= 1 << thread;
      }
    }
  }

  private int stillAsleep(State state, int asleep, Step step) {
    int still = 0;
    for (int other = 0; other < threads.size(); other++) {
      if ((asleep & 1 << other) != 0 && step.isIndependent(next(state, other))) {
        still |= 1 << other;
      }
    }
    return still;
  }

  private Step next(State state, int thread) {
    return threads.get(thread).get(state.at[thread]);
  }

  private static boolean isAdmitted(State state, Step step) {
    boolean isWaiting = step.kind == Kind.TAKE || step.kind == Kind.AWAIT;
    return !isWaiting || state.things[step.thing] > 0;
  }

  private State after(State before, int thread) {
    State state = new State(before);
    Step step = next(state, thread);
    int[] own = state.registers[thread];
    switch (step.kind) {
      case TAKE -> state.things[step.thing]--;
      case GIVE -> state.things[step.thing]++;
      case READ -> own[step.register] = state.things[step.thing];
      case WRITE -> state.things[step.thing] = step.value;
      case WRITE_SUM -> state.things[step.thing] = own[step.register] + step.value;
      case AWAIT, SKIP, CHECK -> {}
    }
    state.at[thread]++;
    goLocally(state, thread);
    return state;
  }

  private void goLocally(State state, int thread) {
    List<Step> steps = threads.get(thread);
    while (!state.hasFailed && state.at[thread] < steps.size() && next(state, thread).isLocal()) {
      Step step = next(state, thread);
      int value = state.registers[thread][step.register];
      if (step.kind == Kind.CHECK) {
        state.hasFailed = value == step.value;
      }
      boolean isSkipping = step.kind == Kind.SKIP && value != 0;
      state.at[thread] = isSkipping ? step.value : state.at[thread] + 1;
    }
  }
}
