package braid.explore.search;

import braid.detect.VectorClock;
import braid.explore.event.Event;
import braid.explore.event.Known;
import braid.explore.event.Pieces;
import braid.explore.event.Recording;
import braid.kernel.schedule.Candidates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/// Makes one execution of each kind: two are of one kind when they differ only in the order of what
/// commutes. Optimal dynamic partial-order reduction with source sets and wakeup trees (Abdulla,
/// Aronis, Jonsson, Sagonas, JACM 2017, algorithm 2): after each execution, every race of it that
/// could go the other way is a piece of another one, unless such a one has been made.
///
/// What comes after a failure nobody handles is not gone through.
public final class Dpor implements Search {
  /// Stands for an event that could not happen.
  private static final Event NOTHING = new Event(-1, -1, 0, new VectorClock());

  private final Known known;
  private final int stepsMax;
  private final List<Node> nodes = new ArrayList<>();
  private boolean isOver;
  private boolean isExhaustive = true;

  /// The races of events before this one were looked at with an earlier execution.
  private int firstNew;

  public Dpor(Known known, int stepsMax) {
    this.known = known;
    this.stepsMax = stepsMax;
  }

  /// A point of the execution at hand.
  private static final class Node {
    /// Events that need not come first any more from here.
    final List<Event> sleep;

    /// Pieces of executions still to be made from here, besides the one at hand.
    final WakeupTree alternatives;

    /// How many alternatives were gone through.
    int done;

    /// Who was chosen, and what is to follow.
    int task;
    WakeupTree rest;

    /// What that did; unknown until it has.
    Event event;

    Node(List<Event> sleep, WakeupTree alternatives) {
      this.sleep = sleep;
      this.alternatives = alternatives;
    }

    boolean isAsleep(int number) {
      for (Event event : sleep) {
        if (event.task == number) {
          return true;
        }
      }
      return false;
    }

    void take(WakeupTree.Branch branch) {
      task = branch.event().task;
      rest = branch.rest();
    }
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
    private boolean isBlocked;

    /// What need not come first any more is an end of all: who waits for it waits in vain.
    private boolean isEnding;

    /// Who was to go on cannot: the last node's choice is none.
    private boolean isStuck;

    Run() {
      super(new Recording(known), stepsMax);
    }

    @Override
    int choose(Candidates candidates) {
      if (depth > 0 && !isBlocked) {
        nodes.get(depth - 1).event = recording().events().get(depth);
      }
      if (isBlocked) {
        return Math.max(0, candidates.presentIndex());
      }
      if (depth == nodes.size()) {
        nodes.add(arrive(candidates));
      }
      int index = isBlocked ? -1 : indexOf(nodes.get(depth).task, candidates);
      if (index < 0) {
        isStuck = !isBlocked;
        isBlocked = true;
        return Math.max(0, candidates.presentIndex());
      }
      depth++;
      return index;
    }

    private Node arrive(Candidates candidates) {
      List<Event> sleep = new ArrayList<>();
      WakeupTree piece = new WakeupTree();
      if (depth > 0) {
        Node before = nodes.get(depth - 1);
        for (Event event : before.sleep) {
          if (!event.isDependent(before.event)) {
            sleep.add(event);
          }
        }
        piece = before.rest;
      }
      Node node = new Node(sleep, piece);
      if (!piece.isEmpty()) {
        node.take(piece.removeFirst());
        return node;
      }
      IntPredicate isAwake = i -> !node.isAsleep(recording().number(candidates.task(i)));
      int free = keep(candidates, isAwake);
      for (int i = 0; free < 0 && i < candidates.size(); i++) {
        free = isAwake.test(i) ? i : free;
      }
      if (free < 0) {
        isBlocked = true;
        isEnding = sleep.stream().anyMatch(event -> event.isFailure);
        return node;
      }
      node.task = recording().number(candidates.task(free));
      node.rest = new WakeupTree();
      return node;
    }

    private int indexOf(int number, Candidates candidates) {
      for (int i = 0; i < candidates.size(); i++) {
        if (recording().number(candidates.task(i)) == number) {
          return i;
        }
      }
      return -1;
    }

    @Override
    void finish() {
      recording().conclude();
      List<Event> events = recording().events();
      int known = Math.min(depth, recording().counted() - 1);
      for (int i = 0; i < known; i++) {
        nodes.get(i).event = events.get(i + 1);
      }
      while (nodes.size() > (isStuck ? known + 1 : known)) {
        nodes.removeLast();
      }
      if (isStuck) {
        nodes.getLast().event = NOTHING;
      }
      isBlocked |= hasLeftOut();
    }

    /// Whether it ended something that was still to come, need not come first any more and makes no
    /// difference to the end.
    private boolean hasLeftOut() {
      for (Node node : nodes) {
        Event end = node.event;
        boolean isLast = node == nodes.getLast();
        if (end.isFailure
            && node.sleep.stream()
                .anyMatch(
                    event ->
                        (isLast || end.killed.contains(event.task)) && !event.isDependent(end))) {
          return true;
        }
      }
      return false;
    }
  }

  @Override
  public boolean isNew(Course course) {
    course.finish();
    Run run = (Run) course;
    // Where a piece had to be left in its middle, what was to be shown is not.
    isExhaustive &= course.isWhole() && !(run.isStuck && course.recording().hasLoops());
    boolean isNew = !run.isBlocked;
    if (isNew) {
      reverseRaces(course.recording());
    }
    if (isNew || run.isEnding) {
      reverseMissed(course.recording());
    }
    backtrack();
    return isNew && !course.hasLookedAgain();
  }

  private void reverseRaces(Recording recording) {
    List<Event> events = recording.events();
    for (int i = Math.max(1, firstNew); i < recording.counted(); i++) {
      for (Event earlier : events.get(i).races) {
        reverse(earlier, events.get(i), recording);
      }
    }
  }

  private void reverseMissed(Recording recording) {
    int end = Math.min(recording.counted(), nodes.size() + 1);
    for (Event missed : recording.missed()) {
      for (Event earlier : missed.races) {
        if (earlier.index < end) {
          reverse(earlier, missed, recording);
        }
      }
    }
  }

  private void reverse(Event earlier, Event later, Recording recording) {
    List<Event> events = recording.events();
    Event start = Pieces.start(events, earlier, later);
    List<Event> piece =
        start.index == 0 ? List.of() : Event.without(events, recording.counted(), start, later);
    if (piece.isEmpty()) {
      return;
    }
    Node node = nodes.get(start.index - 1);
    for (Event asleep : node.sleep) {
      if (WakeupTree.isWeakInitial(asleep, piece)) {
        return;
      }
    }
    node.alternatives.insert(piece);
  }

  /// From how much of the tree of alternatives is done, as far as it is known (Knuth, "Estimating
  /// the Efficiency of Backtrack Programs", 1975).
  @Override
  public long estimate(int explored) {
    double done = 0;
    double share = 1;
    for (Node node : nodes) {
      int branches = node.done + 1 + node.alternatives.size();
      done += share * node.done / branches;
      share /= branches;
    }
    return done <= 0 ? -1 : Math.max(explored, Math.round(explored / done));
  }

  @Override
  public boolean isExhaustive() {
    return isExhaustive;
  }

  private void backtrack() {
    while (!nodes.isEmpty()) {
      Node last = nodes.getLast();
      last.sleep.add(last.event);
      last.done++;
      if (!last.alternatives.isEmpty()) {
        last.take(last.alternatives.removeFirst());
        firstNew = nodes.size();
        return;
      }
      nodes.removeLast();
    }
    isOver = true;
  }
}
