package braid.kernel;

import braid.primitive.Channel;
import braid.primitive.Effect;
import braid.primitive.Primitive;
import braid.trace.Action;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// All orders a script can have, found without a kernel: tasks are lists, a step takes the head of
/// one that is enabled. The yardstick for what the kernel does.
final class Rehearsal {
  private final Script script;
  private final Set<Ending> endings = new HashSet<>();

  /// One way to the end, or to where nobody can go on.
  record Ending(List<Performance.Did> order, boolean isStuck) {}

  private Rehearsal(Script script) {
    this.script = script;
  }

  static Set<Ending> allOf(Script script) {
    Rehearsal rehearsal = new Rehearsal(script);
    rehearsal.explore(List.of());
    return rehearsal.endings;
  }

  private void explore(List<Integer> prefix) {
    Scene scene = new Scene(script);
    prefix.forEach(scene::step);
    List<Integer> enabled = scene.enabled();
    if (enabled.isEmpty() || scene.isOver) {
      endings.add(new Ending(List.copyOf(scene.order), !scene.isOver));
      return;
    }
    for (int task : enabled) {
      List<Integer> longer = new ArrayList<>(prefix);
      longer.add(task);
      explore(longer);
    }
  }

  /// Where everybody stands.
  private static final class Scene {
    final List<Performance.Did> order = new ArrayList<>();
    private final List<Primitive> objects;
    private final List<Deque<Action>> todo = new ArrayList<>();
    private final boolean[] isStarted;
    boolean isOver;

    Scene(Script script) {
      objects = script.objects().get();
      isStarted = new boolean[script.tasks().size()];
      isStarted[0] = true;
      for (List<Action> actions : script.tasks()) {
        Deque<Action> queue = new ArrayDeque<>();
        queue.add(new Action.Begin());
        for (Action action : actions) {
          queue.add(action);
          if (action instanceof Action.Wait(int room)) {
            queue.add(new Action.Resume(room));
          }
        }
        queue.add(new Action.End(""));
        todo.add(queue);
      }
    }

    List<Integer> enabled() {
      List<Integer> enabled = new ArrayList<>();
      for (int task = 0; task < todo.size(); task++) {
        if (isStarted[task] && !todo.get(task).isEmpty() && isEnabled(task)) {
          enabled.add(task);
        }
      }
      return enabled;
    }

    private boolean isEnabled(int task) {
      return switch (todo.get(task).getFirst()) {
        case Action.OnObject on -> objects.get(on.object()).isEnabled(task, on);
        case Action.Join(int child) -> todo.get(child).isEmpty();
        case Action.Begin _,
            Action.End _,
            Action.Start _,
            Action.Kill _,
            Action.Sleep _,
            Action.Request _,
            Action.Yield _,
            Action.Print _,
            Action.Cancel _,
            Action.Next _,
            Action.Suspend _ ->
            true;
      };
    }

    void step(int task) {
      Action action = todo.get(task).removeFirst();
      if (action instanceof Action.Start(int child)) {
        isStarted[child] = true;
      }
      if (action instanceof Action.OnObject on) {
        action = apply(task, on);
      }
      order.add(new Performance.Did(task, action));
      isOver |= task == 0 && todo.get(0).isEmpty();
    }

    private Action apply(int task, Action.OnObject action) {
      Primitive object = objects.get(action.object());
      Action shown =
          action instanceof Action.Get(int id, String _) && object instanceof Channel channel
              ? new Action.Get(id, channel.next())
              : action;
      var effect = object.apply(task, action);
      boolean isRefused = effect instanceof Effect.Rejected;
      if (isRefused && action instanceof Action.Wait) {
        todo.get(task).removeFirst();
      }
      return shown;
    }
  }
}
