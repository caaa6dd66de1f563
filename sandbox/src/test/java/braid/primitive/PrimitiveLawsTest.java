package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import braid.trace.Action;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every primitive promises, whatever tasks do with it.
class PrimitiveLawsTest {

  static List<Subject> subjects() {
    return Subject.all();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void every_step_of_a_walk_keeps_the_laws(Subject subject) {
    LongStream.range(0, 40).forEach(seed -> new Walk(subject, seed).steps(400));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void the_same_actions_have_the_same_effects(Subject subject) {
    assertEquals(
        new Walk(subject, 7).steps(500).history(), new Walk(subject, 7).steps(500).history());
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void an_action_of_another_primitive_is_refused_as_a_mistake_of_ours(Subject subject) {
    for (Primitive primitive : subject.make().get()) {
      Action foreign = new Action.Sleep(1);
      assertThrows(WrongAction.class, () -> primitive.isEnabled(0, foreign));
      assertThrows(WrongAction.class, () -> primitive.apply(0, foreign));
    }
  }

  @Test
  void every_primitive_is_walked_over() {
    List<Class<?>> walked =
        Subject.all().stream()
            .flatMap(subject -> subject.make().get().stream())
            .<Class<?>>map(Primitive::getClass)
            .distinct()
            .toList();
    assertEquals(
        List.of(),
        Arrays.stream(Primitive.class.getPermittedSubclasses())
            .filter(type -> type != Mirror.class && !walked.contains(type))
            .toList());
  }
}
