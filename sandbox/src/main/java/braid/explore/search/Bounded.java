package braid.explore.search;

import braid.explore.event.Known;
import braid.explore.event.Recording;
import braid.kernel.schedule.Candidates;
import braid.kernel.schedule.GivenUp;
import braid.trace.Action;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes all schedules with at most so many preemptions, one of each kind: who has done the same in
/// the same order and has the same task running goes on in the same way, so that this is gone
/// through once, for the fewest preemptions (Musuvathi and Qadeer, "Iterative Context Bounding",
/// PLDI 2007). A task is preempted when it is left and could have gone on; it is not when it waits,
/// ends, sleeps or yields.
public final class Bounded implements Search {
  /// So many states are remembered; beyond that some are gone through again.
  private static final int REACHED_MAX = 500_000;

  private final Known known;
  private final int stepsMax;
  private final int preemptionsMax;
  private final List<Node> nodes = new ArrayList<>();

  /// The fewest preemptions with which a state was reached.
  private final Map<Long, Integer> reached = new LinkedHashMap<>();

  private boolean isOver;

  public Bounded(Known known, int stepsMax, int preemptionsMax) {
    this.known = known;
    this.stepsMax = stepsMax;
    this.preemptionsMax = preemptionsMax;
  }

  private static final class Node {
    final List<Integer> tasks = new ArrayList<>(2);
    int at;

    /// Who goes on does so early, as nobody notices when.
    boolean isEarly;
  }

  @Override
  public boolean hasNext() {
    return !isOver;
  }

  @Override
  public Course next() {
    return new Run();
  }

  private final class Run extends Course {
    private int depth;
    private boolean isCut;

    Run() {
      super(new Recording(known), stepsMax);
    }

    @Override
    int choose(Candidates candidates) {
      if (depth == nodes.size()) {
        if (!isFirstHere(candidates)) {
          isCut = true;
          throw new GivenUp(depth);
        }
        nodes.add(options(candidates));
      }
      Node node = nodes.get(depth++);
      letLeave(node.isEarly);
      int wanted = node.tasks.get(node.at);
      for (int i = 0; i < candidates.size(); i++) {
        if (recording().number(candidates.task(i)) == wanted) {
          return i;
        }
      }
      isCut = true;
      throw new GivenUp(depth);
    }

    /// Whether nobody has come here with as few preemptions before.
    private boolean isFirstHere(Candidates candidates) {
      if (candidates.size() == 1) {
        return true;
      }
      int present = candidates.presentIndex();
      int running = present < 0 ? -1 : recording().number(candidates.task(present));
      long state = recording().state() * 31 + running;
      Integer known = reached.get(state);
      if (known != null && known <= preemptions()) {
        return false;
      }
      if (reached.size() < REACHED_MAX) {
        reached.put(state, preemptions());
      }
      return true;
    }

    private Node options(Candidates candidates) {
      Node node = new Node();
      int present = candidates.presentIndex();
      boolean isFree =
          present < 0
              || isFreeToLeave()
              || candidates.givesWay(present)
              || !isUseful(candidates, present);
      if (isFree && !known.areAccessesJoined()) {
        for (int i = 0; i < candidates.size(); i++) {
          if (commutes(candidates.action(i))) {
            node.tasks.add(recording().number(candidates.task(i)));
            node.isEarly = true;
            return node;
          }
        }
      }
      int first = keep(candidates, _ -> true);
      node.tasks.add(recording().number(candidates.task(first)));
      if (!isFree && (preemptions() >= preemptionsMax || isUnnoticed(candidates, present))) {
        return node;
      }
      for (int i = 0; i < candidates.size(); i++) {
        if (i != first && isUseful(candidates, i)) {
          node.tasks.add(recording().number(candidates.task(i)));
        }
      }
      return node;
    }

    /// The action commutes with all that others do: it can as well come first, and its task be left
    /// then.
    private static boolean commutes(Action action) {
      return action instanceof Action.Begin
          || action instanceof Action.Join
          || action instanceof Action.Start;
    }

    /// Nobody notices what the task is about to do: it can as well be left afterwards.
    private boolean isUnnoticed(Candidates candidates, int index) {
      return switch (candidates.action(index)) {
        case Action.End _ -> !recording().isPeopled(candidates.task(index));
        case Action.Begin _, Action.Start _, Action.Join _, Action.Next _, Action.Suspend _ -> true;
        case Action.OnObject _,
            Action.Kill _,
            Action.Cancel _,
            Action.Request _,
            Action.Print _,
            Action.Yield _,
            Action.Sleep _ ->
            false;
      };
    }

    @Override
    void finish() {
      recording().conclude();
    }
  }

  @Override
  public boolean isNew(Course course) {
    course.finish();
    while (!nodes.isEmpty() && nodes.getLast().at + 1 == nodes.getLast().tasks.size()) {
      nodes.removeLast();
    }
    if (nodes.isEmpty()) {
      isOver = true;
    } else {
      nodes.getLast().at++;
    }
    return !((Run) course).isCut && !course.hasLookedAgain();
  }
}
