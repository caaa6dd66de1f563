package braid.trace.lane;

import braid.trace.Action;
import braid.trace.Entry;

/// The one character that stands for a step in a lane picture; [Lanes] lists them.
final class Glyph {
  private Glyph() {}

  static char of(Entry.Step step) {
    return switch (step.outcome()) {
      case DONE -> of(step.action());
      case BLOCKED -> isUnderway(step.action()) ? of(step.action()) : '?';
      case FAILED, TIMEOUT, ERROR, CANCELLED -> 'x';
    };
  }

  /// Has something happened although the task is blocked now?
  private static boolean isUnderway(Action action) {
    return action instanceof Action.Wait
        || action instanceof Action.Arrive
        || action instanceof Action.Sleep
        || action instanceof Action.Request;
  }

  private static char of(Action action) {
    return switch (action) {
      case Action.Begin _ -> '(';
      case Action.End _ -> ')';
      case Action.Start _ -> 's';
      case Action.Join _ -> 'j';
      case Action.Kill _ -> 'X';
      case Action.Sleep _ -> 'z';
      case Action.Request _ -> '@';
      case Action.Yield _ -> '.';
      case Action.Print _ -> '"';
      case Action.Cancel _ -> 'k';
      case Action.Next _ -> '+';
      case Action.Suspend _ -> '=';
      case Action.OnObject on -> of(on);
    };
  }

  private static char of(Action.OnObject action) {
    return switch (action) {
      case Action.Acquire _ -> '[';
      case Action.Release _ -> ']';
      case Action.Wait _ -> 'w';
      case Action.Resume _ -> 'r';
      case Action.Notify _ -> 'n';
      case Action.Raise _ -> '!';
      case Action.Lower _ -> 'c';
      case Action.Await _ -> 'a';
      case Action.Arrive _ -> '|';
      case Action.Pass _ -> '/';
      case Action.Put _ -> '>';
      case Action.Get _ -> '<';
      case Action.Read _ -> 'R';
      case Action.Write _ -> 'W';
      case Action.Call _ -> '^';
      case Action.Abort _,
          Action.Reset _,
          Action.CountDown _,
          Action.TaskDone _,
          Action.Drain _,
          Action.Work _,
          Action.Complete _,
          Action.Result _ ->
          '*';
    };
  }
}
