package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.ObjectState;
import braid.trace.Outcome;
import braid.trace.TaskState;
import braid.trace.TaskType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What every trace says of the locks, queues and other objects in it, whoever made them: threads,
/// processes, a manager or `asyncio`. Follows one trace; [ThingLaws] knows each kind of object.
final class ObjectLaws {
  private final Map<Integer, TaskType> types = new HashMap<>();
  private final Map<Integer, TaskState> tasks = new HashMap<>();
  private final Map<Integer, ThingLaws> things = new HashMap<>();
  private long time;
  private int checked;

  private ObjectLaws() {}

  /// Fails where a law is broken; how many actions on objects were looked at.
  static int check(List<Entry> entries) {
    ObjectLaws laws = new ObjectLaws();
    for (Entry entry : entries) {
      try {
        laws.check(entry);
      } catch (AssertionError broken) {
        throw new AssertionError(broken.getMessage() + ", in " + entry, broken);
      }
    }
    return laws.checked;
  }

  private void check(Entry entry) {
    switch (entry) {
      case Entry.TaskAdded added -> {
        types.put(added.task(), added.type());
        tasks.put(added.task(), new TaskState.Created());
      }
      case Entry.ObjectAdded added ->
          things.put(added.object(), new ThingLaws(added.type(), added.state()));
      case Entry.Step step -> step(step);
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

  private void step(Entry.Step step) {
    assertTrue(step.time() >= time, "time goes back");
    time = step.time();
    TaskState before = tasks.get(step.task());
    assertTrue(!(before instanceof TaskState.Ended), "a step after its end");
    if (step.outcome() == Outcome.TIMEOUT
        && before instanceof TaskState.Blocked(int _, long until)) {
      assertTrue(until >= 0 && step.time() >= until, "late before its time");
    }
    List<Map.Entry<ThingLaws, ObjectState>> changed = new ArrayList<>();
    for (Change change : step.changes()) {
      switch (change) {
        case Change.OfTask(int task, TaskState state) -> tasks.put(task, state);
        case Change.OfObject(int object, ObjectState state) ->
            changed.add(Map.entry(things.get(object), state));
      }
    }
    if (step.action() instanceof Action.OnObject on) {
      checked++;
      ThingLaws thing = things.get(on.object());
      boolean isCoroutine = types.get(step.task()) == TaskType.COROUTINE;
      thing.before(step, isCoroutine, lockOf(thing));
      changed.forEach(of -> of.getKey().become(of.getValue()));
      thing.after(step, lockOf(thing));
      if (step.outcome() == Outcome.BLOCKED) {
        boolean waits = tasks.get(step.task()) instanceof TaskState.Blocked;
        assertTrue(waits, "neither happened nor waits");
      }
    } else {
      changed.forEach(of -> of.getKey().become(of.getValue()));
    }
  }

  /// The lock that belongs to a condition; anything else is its own.
  private ThingLaws lockOf(ThingLaws thing) {
    return thing.state() instanceof ObjectState.Condition room ? things.get(room.lock()) : thing;
  }
}
