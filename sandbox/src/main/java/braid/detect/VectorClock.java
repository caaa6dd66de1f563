package braid.detect;

import java.util.Arrays;

/// How far each task had come when something happened (Mattern, "Virtual Time and Global States of
/// Distributed Systems", 1988). Tasks are small numbers. Confined to one run.
public final class VectorClock {
  /// What all of these know together.
  public static VectorClock joined(Iterable<VectorClock> clocks) {
    VectorClock all = new VectorClock();
    clocks.forEach(all::join);
    return all;
  }

  private int[] times;

  public VectorClock() {
    times = new int[4];
  }

  private VectorClock(int[] times) {
    this.times = times;
  }

  /// How far `task` had come.
  public int of(int task) {
    return task < times.length ? times[task] : 0;
  }

  /// Tasks from here on had not begun.
  public int size() {
    int size = times.length;
    while (size > 0 && times[size - 1] == 0) {
      size--;
    }
    return size;
  }

  public void set(int task, int time) {
    if (task >= times.length) {
      times = Arrays.copyOf(times, Math.max(task + 1, times.length * 2));
    }
    times[task] = time;
  }

  /// Knows afterwards what `other` knows as well.
  public void join(VectorClock other) {
    if (other.times.length > times.length) {
      times = Arrays.copyOf(times, other.times.length);
    }
    for (int task = 0; task < other.times.length; task++) {
      if (other.times[task] > times[task]) {
        times[task] = other.times[task];
      }
    }
  }

  public VectorClock copy() {
    return new VectorClock(times.clone());
  }

  @Override
  public String toString() {
    return Arrays.toString(times);
  }
}
