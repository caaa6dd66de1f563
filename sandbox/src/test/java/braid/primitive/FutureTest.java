package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import braid.trace.Action;
import braid.trace.FutureStatus;
import braid.trace.ObjectState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FutureTest {
  private static final Action RESULT = new Action.Result(0);

  private static Action complete(String value) {
    return new Action.Complete(0, FutureStatus.DONE, value);
  }

  @Test
  void a_result_is_waited_for_until_it_is_there_and_stays() {
    Future future = new Future();
    Stage stage = new Stage(future).waits(2, RESULT).waits(1, RESULT);
    assertEquals(new ObjectState.Future(FutureStatus.PENDING, "", List.of(2, 1)), future.state());
    stage.does(3, complete("42"), 0, 2, 1).does(1, RESULT).does(2, RESULT).does(2, RESULT);
    assertEquals(new ObjectState.Future(FutureStatus.DONE, "42", List.of()), future.state());
  }

  @Test
  void it_ends_once() {
    Future future = new Future();
    new Stage(future).does(1, complete("1")).errs(1, complete("2"), "the future has ended already");
    assertEquals("1", future.state().value());
    new Stage(future).errs(1, new Action.Work(0), "the future is not pending");
  }

  @ParameterizedTest
  @CsvSource({"DONE, 0", "FAILED, 1", "CANCELLED, 2"})
  void a_result_tells_how_it_ended(FutureStatus ending, long value) {
    Future future = new Future();
    new Stage(future).waits(1, RESULT);
    if (ending != FutureStatus.CANCELLED) {
      new Stage(future).does(2, new Action.Work(0));
      assertEquals(FutureStatus.RUNNING, future.status());
      assertEquals(2, future.worker());
    }
    new Stage(future).does(2, new Action.Complete(0, ending, "x"), 0, 1).does(1, RESULT, value);
  }

  @Test
  void who_works_on_it_cannot_be_stopped_by_cancelling() {
    Future future = new Future();
    Action cancel = new Action.Complete(0, FutureStatus.CANCELLED, "");
    new Stage(future)
        .does(1, new Action.Work(0))
        .errs(2, cancel, "the future is not pending")
        .does(1, complete("1"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING", "RUNNING"})
  void it_cannot_end_unfinished(FutureStatus status) {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Future().apply(1, new Action.Complete(0, status, "")));
  }
}
