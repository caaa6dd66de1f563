package braid.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The names of tasks and objects, gathered from a trace's declarations. Confined to one run.
public final class Names {
  private final List<String> tasks = new ArrayList<>();
  private final List<String> objects = new ArrayList<>();
  private final Set<Integer> futures = new LinkedHashSet<>();

  /// Takes the names an entry declares, if any.
  public void note(Entry entry) {
    switch (entry) {
      case Entry.TaskAdded added -> set(tasks, added.task(), added.name());
      case Entry.TaskNamed named -> set(tasks, named.task(), named.name());
      case Entry.ObjectAdded added -> {
        set(objects, added.object(), added.name().isEmpty() ? word(added.type()) : added.name());
        if (added.type() == ObjectType.FUTURE) {
          futures.add(added.object());
        }
      }
      case Entry.Header _,
          Entry.Step _,
          Entry.RecordingStopped _,
          Entry.Output _,
          Entry.Counters _,
          Entry.Choice _,
          Entry.Explored _,
          Entry.Verdict _ -> {}
    }
  }

  private static void set(List<String> names, int id, String name) {
    while (names.size() <= id) {
      names.add("");
    }
    names.set(id, name);
  }

  /// What the task is called.
  public String task(int id) {
    return id >= 0 && id < tasks.size() ? tasks.get(id) : "task " + id;
  }

  /// What the object is called in the program.
  public String object(int id) {
    return id >= 0 && id < objects.size() && !objects.get(id).isEmpty()
        ? objects.get(id)
        : "object " + id;
  }

  /// Whether it is something that somebody works on, rather than holds.
  public boolean isFuture(int id) {
    return futures.contains(id);
  }

  private static String word(ObjectType type) {
    return switch (type) {
      case LOCK -> "a lock";
      case RLOCK -> "a re-entrant lock";
      case CONDITION -> "a condition";
      case SEMAPHORE -> "a semaphore";
      case EVENT -> "an event";
      case BARRIER -> "a barrier";
      case LATCH -> "a latch";
      case QUEUE -> "a queue";
      case FUTURE -> "a future";
      case VARIABLE -> "a variable";
      case LOOP -> "the event loop";
    };
  }
}
