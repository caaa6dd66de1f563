package braid.detect;

import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Names;
import braid.trace.ObjectState;
import braid.trace.ObjectType;
import braid.trace.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds locks that tasks take in different orders: a deadlock that another schedule may show, even
/// where this one did not (Havelund, "Using Runtime Analysis to Guide Model Checking of Java
/// Programs", SPIN 2000). A lock that two of them hold all the while keeps these apart, and so does
/// that one was started after the other had ended. Who only tries to take a lock waits for none.
///
/// Folds over the trace of one execution, whose names it shares. Confined to one run.
public final class LockOrder {
  private static final int CIRCLE_MAX = 6;
  private static final int FOUND_MAX = 20;

  private final Names names;
  private final Set<Integer> locks = new LinkedHashSet<>();
  private final Map<Integer, Integer> lockOfCondition = new LinkedHashMap<>();
  private final Map<Integer, Integer> ownerOfLock = new LinkedHashMap<>();
  private final Map<Integer, List<Held>> held = new LinkedHashMap<>();
  private final List<VectorClock> clocks = new ArrayList<>();
  private final Set<Integer> trying = new LinkedHashSet<>();
  private final Map<Edge, Taken> edges = new LinkedHashMap<>();

  private record Held(int lock, int line) {}

  private record Edge(int task, Held held, Held taken) {}

  /// @param all the locks its task held
  /// @param clock what was over when it happened, by who started and joined whom
  private record Taken(Edge edge, Set<Integer> all, VectorClock clock) {
    boolean meets(Taken other) {
      return edge.task != other.edge.task
          && Collections.disjoint(all, other.all)
          && clock.of(other.edge.task) < other.clock.of(other.edge.task)
          && other.clock.of(edge.task) < clock.of(edge.task);
    }
  }

  public LockOrder(Names names) {
    this.names = names;
  }

  /// The next lock the task takes it does not wait for.
  public void tries(int task) {
    trying.add(task);
  }

  /// Takes one line of the trace.
  public void note(Entry entry) {
    switch (entry) {
      case Entry.TaskAdded added -> clock(added.task());
      case Entry.ObjectAdded added -> add(added);
      case Entry.Step step -> note(step);
      case Entry.Header _,
          Entry.TaskNamed _,
          Entry.RecordingStopped _,
          Entry.Output _,
          Entry.Counters _,
          Entry.Choice _,
          Entry.Explored _,
          Entry.Verdict _ -> {}
    }
  }

  private void add(Entry.ObjectAdded added) {
    if (added.type() == ObjectType.LOCK || added.type() == ObjectType.RLOCK) {
      locks.add(added.object());
      if (added.owner() >= 0) {
        ownerOfLock.put(added.object(), added.owner());
      }
    } else if (added.state() instanceof ObjectState.Condition room) {
      lockOfCondition.put(added.object(), room.lock());
    }
  }

  private VectorClock clock(int task) {
    while (clocks.size() <= task) {
      VectorClock clock = new VectorClock();
      clock.set(clocks.size(), 1);
      clocks.add(clock);
    }
    return clocks.get(task);
  }

  private void note(Entry.Step step) {
    int task = step.task();
    if (step.outcome() != Outcome.DONE && step.outcome() != Outcome.TIMEOUT) {
      return;
    }
    switch (step.action()) {
      case Action.Acquire(int lock) when locks.contains(lock) ->
          take(task, new Held(lock, step.line()), step.outcome());
      case Action.Release(int lock, int _) -> give(task, lock);
      case Action.Wait(int room) -> give(task, lockOfCondition.getOrDefault(room, -1));
      case Action.Resume(int room) when lockOfCondition.containsKey(room) ->
          take(task, new Held(lockOfCondition.get(room), step.line()), Outcome.DONE);
      case Action.Start(int child) -> order(task, child);
      case Action.Join(int child) when step.outcome() == Outcome.DONE -> order(child, task);
      case Action other -> trying.remove(task);
    }
  }

  private void order(int from, int to) {
    clock(to).join(clock(from));
    clock(from).set(from, clock(from).of(from) + 1);
  }

  private void take(int task, Held lock, Outcome outcome) {
    boolean isWaiting = !trying.remove(task);
    if (outcome != Outcome.DONE) {
      return;
    }
    List<Held> holds = held.computeIfAbsent(task, _ -> new ArrayList<>());
    boolean isAgain = holds.stream().anyMatch(before -> before.lock == lock.lock);
    if (isWaiting && !isAgain) {
      Set<Integer> all = new LinkedHashSet<>();
      holds.forEach(before -> all.add(before.lock));
      for (Held before : holds) {
        Edge edge = new Edge(task, before, lock);
        edges.putIfAbsent(edge, new Taken(edge, all, clock(task).copy()));
      }
    }
    holds.add(lock);
  }

  private void give(int task, int lock) {
    if (!removeLast(held.getOrDefault(task, List.of()), lock)) {
      held.values().stream().anyMatch(holds -> removeLast(holds, lock));
    }
  }

  private static boolean removeLast(List<Held> holds, int lock) {
    for (int i = holds.size() - 1; i >= 0; i--) {
      if (holds.get(i).lock == lock) {
        holds.remove(i);
        return true;
      }
    }
    return false;
  }

  /// The circles there are, each once for the lines it consists of.
  public List<Entry.Inversion> inversions() {
    Map<Set<List<Object>>, Entry.Inversion> found = new LinkedHashMap<>();
    for (Taken first : edges.values()) {
      List<Taken> path = new ArrayList<>(List.of(first));
      search(path, found);
    }
    return List.copyOf(found.values());
  }

  private void search(List<Taken> path, Map<Set<List<Object>>, Entry.Inversion> found) {
    Taken first = path.getFirst();
    Taken last = path.getLast();
    if (path.size() > 1 && last.edge.taken.lock == first.edge.held.lock) {
      List<Entry.Taking> circle = path.stream().map(this::taking).toList();
      Set<List<Object>> places = new LinkedHashSet<>();
      circle.forEach(
          each -> places.add(List.of(each.held(), each.taken(), each.heldLine(), each.line())));
      found.putIfAbsent(places, new Entry.Inversion(circle));
      return;
    }
    for (Taken next : edges.values()) {
      boolean isFit =
          found.size() < FOUND_MAX
              && path.size() < CIRCLE_MAX
              && next.edge.held.lock == last.edge.taken.lock
              && next.edge.task > first.edge.task
              && path.stream().allMatch(next::meets);
      if (isFit) {
        path.add(next);
        search(path, found);
        path.removeLast();
      }
    }
  }

  private Entry.Taking taking(Taken taken) {
    Edge edge = taken.edge;
    return new Entry.Taking(
        names.task(edge.task),
        name(edge.held.lock),
        edge.held.line,
        name(edge.taken.lock),
        edge.taken.line);
  }

  /// The lock within a condition is called as that is.
  private String name(int lock) {
    return names.object(ownerOfLock.getOrDefault(lock, lock));
  }
}
