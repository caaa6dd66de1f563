package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagTest {
  private static final Action AWAIT = new Action.Await(0);
  private static final Action SET = new Action.Raise(0);
  private static final Action CLEAR = new Action.Lower(0);

  @Test
  void all_who_wait_go_on_when_it_is_set_and_nobody_waits_while_it_is() {
    Flag flag = new Flag();
    new Stage(flag).waits(2, AWAIT).waits(1, AWAIT);
    assertEquals(new ObjectState.Flag(false, List.of(2, 1)), flag.state());
    new Stage(flag).does(3, SET, 0, 2, 1).does(3, SET).does(1, AWAIT, 1).does(4, AWAIT, 1);
    assertEquals(new ObjectState.Flag(true, List.of()), flag.state());
  }

  @Test
  void who_waited_when_it_was_set_goes_on_even_if_it_is_cleared_before() {
    new Stage(new Flag())
        .waits(1, AWAIT)
        .does(2, SET, 0, 1)
        .does(2, CLEAR)
        .waits(3, AWAIT)
        .does(1, AWAIT, 1)
        .waits(1, AWAIT);
  }

  @Test
  void time_that_runs_out_after_it_was_set_changes_nothing() {
    new Stage(new Flag())
        .waits(1, AWAIT)
        .waits(2, AWAIT)
        .expires(2)
        .does(3, SET, 0, 1)
        .does(3, CLEAR)
        .expiresInVain(1)
        .does(1, AWAIT, 1);
  }
}
