package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Entry;
import braid.trace.VerdictType;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random programs have as many executions as a model that shares no code with Braid says: none is
/// made twice, and none is left out, also of those that come to no failure where others do.
class ModelTest {
  /// Programs with more executions would take too long, those with one say nothing.
  private static final int EXECUTIONS_MAX = 80;

  private static final int EACH = Integer.getInteger("braid.model.programs", 8);

  @RegisterExtension static final ExploringWorker WORKER = new ExploringWorker();

  record Case(int seed, int tasks, int statements, boolean isChecking) {
    RandomProgram program() {
      return new RandomProgram(seed, tasks, statements, isChecking);
    }

    boolean isOfUse() {
      long all = program().count(EXECUTIONS_MAX).all();
      return all > 1 && all <= EXECUTIONS_MAX;
    }
  }

  static Stream<Case> programs() {
    return Stream.of(new Case(0, 2, 4, false), new Case(0, 3, 2, false), new Case(0, 2, 4, true))
        .flatMap(
            like ->
                IntStream.iterate(0, seed -> seed + 1)
                    .mapToObj(seed -> new Case(seed, like.tasks, like.statements, like.isChecking))
                    .filter(Case::isOfUse)
                    .limit(EACH));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void a_program_has_the_executions_of_its_model(Case random) throws Exception {
    RandomProgram program = random.program();
    StepModel.Count model = program.count(EXECUTIONS_MAX);
    Entry.Explored found = WORKER.explored(program.source());
    assertTrue(found.complete());
    assertEquals(0, found.blocked());
    assertEquals(model.passed, counted(found, VerdictType.PASSED), program.source());
    // Of failing ones the model takes some for one; in others somebody waits for who has failed.
    if (model.failed == 0) {
      assertEquals(model.stuck, counted(found, VerdictType.DEADLOCK), program.source());
    } else {
      assertTrue(found.outcomes().stream().anyMatch(of -> of.verdict() != VerdictType.PASSED));
    }
  }

  private static long counted(Entry.Explored found, VerdictType verdict) {
    return found.outcomes().stream()
        .filter(ending -> ending.verdict() == verdict)
        .mapToLong(Entry.Ending::count)
        .sum();
  }
}
