package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatchAndCellTest {
  private static final Action AWAIT = new Action.Await(0);
  private static final Action COUNT_DOWN = new Action.CountDown(0);

  @Test
  void a_latch_opens_at_zero_and_never_closes() {
    Latch latch = new Latch(2);
    Stage stage = new Stage(latch).waits(1, AWAIT).does(2, COUNT_DOWN).waits(3, AWAIT);
    assertEquals(new ObjectState.Latch(1, List.of(1, 3)), latch.state());
    stage.does(2, COUNT_DOWN, 0, 1, 3).does(3, AWAIT).does(2, COUNT_DOWN).does(1, AWAIT);
    assertEquals(new ObjectState.Latch(0, List.of()), latch.state());
  }

  @Test
  void a_latch_of_nothing_is_open() {
    new Stage(new Latch(0)).does(1, AWAIT);
    assertThrows(IllegalArgumentException.class, () -> new Latch(-1));
  }

  @Test
  void a_variable_shows_what_was_written_last_and_by_whom() {
    Cell cell = new Cell("0", -1);
    assertEquals(new ObjectState.Cell("0", -1), cell.state());
    new Stage(cell).does(1, new Action.Write(0, "5")).does(2, new Action.Read(0, "5"));
    assertEquals(new ObjectState.Cell("5", 1), cell.state());
  }
}
