package braid.explore.search;

import braid.explore.event.Event;
import java.util.ArrayList;
import java.util.List;

/// Initial pieces of executions still to be explored, as a tree of events: each branch is the first
/// event of some, in the order they were found (Abdulla, Aronis, Jonsson, Sagonas, "Source Sets",
/// JACM 2017, section 6). Confined to the thread that explores.
final class WakeupTree {
  private final List<Branch> branches = new ArrayList<>(2);

  /// An event, and what is to follow it.
  record Branch(Event event, WakeupTree rest) {}

  int size() {
    return branches.size();
  }

  boolean isEmpty() {
    return branches.isEmpty();
  }

  /// Takes the first branch out.
  Branch removeFirst() {
    return branches.removeFirst();
  }

  /// Makes sure that some execution that begins like `sequence` will be explored, unless one of
  /// those to be explored is equivalent to one that does.
  void insert(List<Event> sequence) {
    WakeupTree at = this;
    List<Event> rest = new ArrayList<>(sequence);
    boolean isDown = true;
    while (isDown && !rest.isEmpty()) {
      isDown = false;
      for (Branch branch : at.branches) {
        if (isWeakInitial(branch.event, rest)) {
          removeFirstOf(branch.event.task, rest);
          at = branch.rest;
          if (at.isEmpty()) {
            return;
          }
          isDown = true;
          break;
        }
      }
    }
    for (Event event : rest) {
      WakeupTree next = new WakeupTree();
      at.branches.add(new Branch(event, next));
      at = next;
    }
  }

  private static void removeFirstOf(int task, List<Event> events) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).task == task) {
        events.remove(i);
        return;
      }
    }
  }

  /// Whether some continuation of `sequence` is equivalent to one that begins with the task of
  /// `event`.
  static boolean isWeakInitial(Event event, List<Event> sequence) {
    for (Event other : sequence) {
      if (other.task == event.task) {
        return true;
      }
      if (other.isDependent(event)) {
        return false;
      }
    }
    return true;
  }
}
