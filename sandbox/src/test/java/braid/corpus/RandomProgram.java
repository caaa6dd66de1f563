package braid.corpus;

import static java.util.stream.Collectors.joining;

import braid.corpus.StepModel.Kind;
import braid.corpus.StepModel.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// A program nobody thought of, from a seed, in Python and as steps of a model.
final class RandomProgram {
  private static final int EVENT = 3;
  private static final int PERMITS = 2;
  private static final int VARIABLES = 4;
  private static final String[] NAMES = {"first", "second", "permits", "event", "x", "y", "z"};

  private final Random random;
  private final boolean isChecking;
  private final StringBuilder source = new StringBuilder();
  private final List<List<Step>> threads = new ArrayList<>();
  private final int permits;
  private List<Step> steps = List.of();

  /// @param isChecking whether it looks for values that it should not find, most often while it
  ///     holds the one lock there is
  RandomProgram(long seed, int tasks, int statements, boolean isChecking) {
    this.random = new Random(seed);
    this.isChecking = isChecking;
    this.permits = random.nextInt(3);
    source.append(
        """
        import threading
        x = y = z = 0
        first = threading.Lock()
        second = threading.Lock()
        permits = threading.Semaphore(%d)
        event = threading.Event()
        """
            .formatted(permits));
    for (int task = 0; task < tasks; task++) {
      steps = new ArrayList<>();
      threads.add(steps);
      source.append("def run_").append(task).append("():\n    global x, y, z\n");
      for (int i = 0; i < statements; i++) {
        write(task, "    ", 0);
      }
    }
    String runs = IntStream.range(0, tasks).mapToObj(task -> "run_" + task).collect(joining(", "));
    source.append(
        """
        threads = [threading.Thread(target=run) for run in (%s)]
        for thread in threads: thread.start()
        for thread in threads: thread.join()
        """
            .formatted(runs));
  }

  String source() {
    return source.toString();
  }

  StepModel.Count count(long most) {
    return StepModel.count(threads, new int[] {1, 1, permits, 0, 0, 0, 0}, most);
  }

  /// @param held the bits of the locks it is written under
  private void write(int task, String indent, int held) {
    int variable = VARIABLES + random.nextInt(3);
    String name = NAMES[variable];
    switch (random.nextInt(isChecking ? 16 : 10)) {
      case 0 -> {
        line(indent, "seen = " + name);
        step(Kind.READ, variable, 0, 0);
      }
      case 1, 2 -> {
        line(indent, name + " = " + (task + 1));
        step(Kind.WRITE, variable, 0, task + 1);
      }
      case 3, 4 -> {
        line(indent, name + " += 1");
        step(Kind.READ, variable, 0, 0);
        step(Kind.WRITE_SUM, variable, 0, 1);
      }
      case 5 -> {
        line(indent, "if " + name + " == 0:");
        step(Kind.READ, variable, 0, 0);
        int at = steps.size();
        step(Kind.SKIP, -1, 0, 0);
        write(task, indent + "    ", held);
        steps.set(at, new Step(Kind.SKIP, -1, 0, steps.size()));
      }
      case 6, 7, 10, 11, 12 -> under(random.nextInt(isChecking ? 1 : 2), task, indent, held);
      case 8 -> {
        boolean isTaking = random.nextBoolean();
        line(indent, isTaking ? "permits.acquire()" : "permits.release()");
        step(isTaking ? Kind.TAKE : Kind.GIVE, PERMITS, 0, 0);
      }
      case 9 -> {
        boolean isWaiting = random.nextInt(3) == 0;
        line(indent, isWaiting ? "event.wait()" : "event.set()");
        step(isWaiting ? Kind.AWAIT : Kind.WRITE, EVENT, 0, 1);
      }
      default -> {
        line(indent, "assert " + name + " != 1");
        step(Kind.READ, variable, 0, 0);
        step(Kind.CHECK, -1, 0, 1);
      }
    }
  }

  private void under(int lock, int task, String indent, int held) {
    if ((held & 1 << lock) != 0) {
      line(indent, "pass");
      return;
    }
    line(indent, "with " + NAMES[lock] + ":");
    step(Kind.TAKE, lock, 0, 0);
    int inside = 1 + random.nextInt(2);
    for (int i = 0; i < inside; i++) {
      write(task, indent + "    ", held | 1 << lock);
    }
    step(Kind.GIVE, lock, 0, 0);
  }

  private void line(String indent, String text) {
    source.append(indent).append(text).append('\n');
  }

  private void step(Kind kind, int thing, int register, int value) {
    steps.add(new Step(kind, thing, register, value));
  }
}
