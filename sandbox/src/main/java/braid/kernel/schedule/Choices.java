package braid.kernel.schedule;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The tasks chosen, in order, kept as runs of the same task. Confined to the carrier.
public final class Choices {
  /// Past so many runs the rest is not kept, and the schedule falls back to its seed.
  static final int RUNS_MAX = 100_000;

  /// As many bytes as these never take.
  private static final int BYTES_MAX = 12 * RUNS_MAX;

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

  byte[] write() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < runs; i++) {
      Varint.write(out, tasks[i] * 2L + (lengths[i] > 1 ? 1 : 0));
      if (lengths[i] > 1) {
        Varint.write(out, lengths[i]);
      }
    }
    return out.toByteArray();
  }

  /// The same bytes, made fewer (RFC 1951).
  static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (var deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  /// As they were before they were deflated; throws [UnfitSchedule] where they never were.
  static Choices readDeflated(ByteBuffer in) {
    byte[] deflated = new byte[in.remaining()];
    in.get(deflated);
    Inflater inflater = new Inflater(true);
    try (var inflating = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
      byte[] bytes = inflating.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new UnfitSchedule("this schedule is too long");
      }
      return read(ByteBuffer.wrap(bytes));
    } catch (IOException _) {
      throw new UnfitSchedule("this schedule is damaged");
    } finally {
      inflater.end();
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
