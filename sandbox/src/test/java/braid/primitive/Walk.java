package braid.primitive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.trace.Action;
import braid.trace.ObjectState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;

/// A few tasks doing what comes to their minds, from a seed: announce an action, do it if it is
/// enabled, wait otherwise, sometimes give up. The laws every primitive keeps are checked at every
/// step; [#history] is everything that could be seen.
final class Walk {
  private static final int TASKS = 4;

  private final Subject subject;
  private final List<Primitive> objects;
  private final Random random;
  private final SequencedMap<Integer, Action.OnObject> parked = new LinkedHashMap<>();
  private final List<Object> history = new ArrayList<>();

  Walk(Subject subject, long seed) {
    this.subject = subject;
    this.objects = subject.make().get();
    this.random = new Random(seed);
  }

  List<Object> history() {
    return history;
  }

  List<Primitive> objects() {
    return objects;
  }

  Walk steps(int count) {
    for (int step = 0; step < count; step++) {
      step();
      history.add(states());
    }
    return this;
  }

  private void step() {
    int task = random.nextInt(TASKS);
    Action.OnObject waiting = parked.get(task);
    if (waiting == null) {
      var choice = subject.menu().get(random.nextInt(subject.menu().size()));
      attempt(task, choice.apply(random.nextInt(100)));
    } else if (isEnabled(task, waiting)) {
      act(task, waiting);
    } else if (random.nextInt(10) == 0) {
      giveUp(task, waiting);
    }
  }

  private void attempt(int task, Action.OnObject action) {
    if (isEnabled(task, action)) {
      act(task, action);
      return;
    }
    Primitive object = objects.get(action.object());
    List<ObjectState> before = states();
    assertThrows(WrongAction.class, () -> object.apply(task, action));
    object.park(task, action);
    object.leave(task);
    assertEquals(before, states(), "park and leave change nothing");
    object.park(task, action);
    List<ObjectState> once = states();
    object.park(task, action);
    assertEquals(once, states(), "whoever waits already keeps its place");
    parked.put(task, action);
  }

  private boolean isEnabled(int task, Action.OnObject action) {
    List<ObjectState> before = states();
    boolean isEnabled = objects.get(action.object()).isEnabled(task, action);
    assertEquals(before, states(), "asking changes nothing");
    return isEnabled;
  }

  private void act(int task, Action.OnObject action) {
    List<ObjectState> before = states();
    List<Integer> disabledBefore = parkedThatAre(false);
    Effect effect = objects.get(action.object()).apply(task, action);
    parked.remove(task);
    history.add(effect);
    switch (effect) {
      case Effect.Rejected(String message) -> {
        assertEquals(before, states(), "a mistake changes nothing");
        assertFalse(message.isBlank());
      }
      case Effect.Granted(long _, List<Integer> woken) -> {
        assertTrue(parked.keySet().containsAll(woken), "only those who wait are woken");
        assertEquals(woken.size(), woken.stream().distinct().count());
        List<Integer> enabledNow = parkedThatAre(true);
        enabledNow.retainAll(disabledBefore);
        assertTrue(woken.containsAll(enabledNow), () -> enabledNow + " not in " + effect);
        boolean isNotify = action instanceof Action.Notify;
        assertTrue(isNotify || parkedThatAre(true).containsAll(woken), "who is woken can go on");
        followUp(task, action);
      }
    }
  }

  private List<Integer> parkedThatAre(boolean enabled) {
    List<Integer> tasks = new ArrayList<>();
    parked.forEach(
        (task, action) -> {
          if (isEnabled(task, action) == enabled) {
            tasks.add(task);
          }
        });
    return tasks;
  }

  /// Who has entered must leave the same way.
  private void followUp(int task, Action.OnObject done) {
    Action.OnObject next =
        switch (done) {
          case Action.Wait(int object) -> new Action.Resume(object);
          case Action.Arrive(int object) -> new Action.Pass(object);
          case Action.OnObject _ -> null;
        };
    if (next != null) {
      objects.get(next.object()).park(task, next);
      parked.put(task, next);
    }
  }

  private void giveUp(int task, Action.OnObject action) {
    Primitive object = objects.get(action.object());
    if (random.nextBoolean()) {
      object.leave(task);
      parked.remove(task);
    } else if (object.expire(task)) {
      parked.remove(task);
    }
  }

  private List<ObjectState> states() {
    return objects.stream().map(Primitive::state).toList();
  }
}
