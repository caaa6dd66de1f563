package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import braid.trace.VerdictType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The teaching programs on a real CPython: what the corpus says of them is true outside Braid too.
/// Order apart: another machine may print the lines of different threads in another order.
final class CPythonTest {
  private static final int SECONDS = 20;

  /// How long a program that must hang is watched.
  private static final int HANGING_SECONDS = 3;

  static List<Lesson> lessons() {
    return Lesson.all();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void a_real_cpython_prints_the_same(Lesson lesson) throws Exception {
    Optional<CPython> python = CPython.find();
    assumeTrue(python.isPresent(), "skipped: no CPython 3.12 or later here (or in BRAID_PYTHON)");
    boolean isTimed = lesson.source().contains("perf_counter");
    assumeTrue(!isTimed, "skipped: what it prints are times of the machine it runs on");
    boolean isOnline = lesson.about().topic().equals("network");
    assumeTrue(!isOnline, "skipped: its hosts are simulated");

    Lesson.Expectation expect = lesson.about().expect();
    boolean isHanging = expect.verdict() == VerdictType.DEADLOCK;
    CPython.Said said = python.get().run(lesson.source(), isHanging ? HANGING_SECONDS : SECONDS);
    assertEquals(isHanging, !said.hasEnded(), "it ends by itself");
    assertEquals(sorted(expect.output()), sorted(said.output()));
    if (expect.verdict() == VerdictType.UNCAUGHT) {
      assertTrue(said.stderr().contains("Traceback (most recent call last):"), said.stderr());
    } else {
      assertFalse(said.stderr().contains("Traceback"), said.stderr());
    }
  }

  private static List<String> sorted(String text) {
    return text.lines().sorted().toList();
  }
}
