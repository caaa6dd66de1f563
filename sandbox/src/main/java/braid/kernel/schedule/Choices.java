package braid.kernel.schedule;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// The tasks chosen, in order, kept as runs of the same task. Confined to the carrier.
public final class Choices {
  /// Past so many runs the rest is not kept, and the schedule falls back to its seed.
  static final int RUNS_MAX = 100_000;

  private int[] tasks = new int[64];
  private int[] lengths = new int[64];
  private int runs;
  private int size;

  public int size() {
    return size;
  }

  boolean isWhole() {
    return runs <= RUNS_MAX;
  }

  public void add(int task) {
    size++;
    if (runs > 0 && tasks[runs - 1] == task) {
      lengths[runs - 1]++;
      return;
    }
    if (runs > RUNS_MAX) {
      return;
    }
    if (runs == tasks.length) {
      tasks = Arrays.copyOf(tasks, runs * 2);
      lengths = Arrays.copyOf(lengths, runs * 2);
    }
    tasks[runs] = task;
    lengths[runs] = 1;
    runs++;
  }

  /// Reads them from the first on.
  Reader reader() {
    return new Reader();
  }

  /// One reading of the choices. Confined to the carrier.
  final class Reader {
    private int run;
    private int inRun;

    boolean hasNext() {
      return run < runs;
    }

    int next() {
      int task = tasks[run];
      if (++inRun == lengths[run]) {
        run++;
        inRun = 0;
      }
      return task;
    }
  }

  /// How many choices both begin with.
  int common(Choices other) {
    int common = 0;
    for (int run = 0; run < Math.min(runs, other.runs); run++) {
      common += tasks[run] == other.tasks[run] ? Math.min(lengths[run], other.lengths[run]) : 0;
      if (tasks[run] != other.tasks[run] || lengths[run] != other.lengths[run]) {
        break;
      }
    }
    return common;
  }

  void writeTo(ByteArrayOutputStream out) {
    for (int i = 0; i < runs; i++) {
      Varint.write(out, tasks[i] * 2L + (lengths[i] > 1 ? 1 : 0));
      if (lengths[i] > 1) {
        Varint.write(out, lengths[i]);
      }
    }
  }

  static Choices read(ByteBuffer in) {
    Choices choices = new Choices();
    while (in.hasRemaining()) {
      long head = Varint.read(in);
      long length = (head & 1) == 0 ? 1 : Varint.read(in);
      if (head / 2 > Integer.MAX_VALUE || length < 1 || length > Integer.MAX_VALUE) {
        throw new UnfitSchedule("this is no schedule");
      }
      choices.addRun((int) (head / 2), (int) length);
    }
    return choices;
  }

  private void addRun(int task, int length) {
    add(task);
    lengths[runs - 1] += length - 1;
    size = Math.addExact(size, length - 1);
  }
}
