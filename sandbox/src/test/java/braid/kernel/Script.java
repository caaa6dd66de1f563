package braid.kernel;

import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.ObjectType;
import braid.trace.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A program without a language: the actions of each task, in order. Task 0 is the first; `Start`
/// and `Join` name tasks by their place. A `Wait` includes its `Resume`.
///
/// @param objects makes the primitives; object ids are places in the list
record Script(Supplier<List<Primitive>> objects, List<List<Action>> tasks) {

  /// `body` in so many tasks, which the first one starts and joins.
  static Script ofEqual(Supplier<List<Primitive>> objects, List<Action> body, int count) {
    List<List<Action>> bodies = new ArrayList<>();
    for (int task = 0; task < count; task++) {
      bodies.add(body);
    }
    return of(objects, bodies);
  }

  /// Tasks with these bodies, which the first one starts and joins.
  static Script of(Supplier<List<Primitive>> objects, List<List<Action>> bodies) {
    List<Action> main = new ArrayList<>();
    for (int child = 1; child <= bodies.size(); child++) {
      main.add(new Action.Start(child));
    }
    for (int child = 1; child <= bodies.size(); child++) {
      main.add(new Action.Join(child));
    }
    List<List<Action>> tasks = new ArrayList<>(bodies);
    tasks.addFirst(main);
    return new Script(objects, List.copyOf(tasks));
  }

  /// What the first task runs.
  Consumer<Kernel> main() {
    return kernel -> {
      for (Primitive primitive : objects.get()) {
        kernel.add(ObjectType.LOCK, "object", 1, -1, primitive);
      }
      for (int task = 1; task < tasks.size(); task++) {
        kernel.create(TaskType.THREAD, "t" + task, false);
      }
      perform(kernel, 0);
    };
  }

  private void perform(Kernel kernel, int task) {
    int line = 0;
    for (Action action : tasks.get(task)) {
      kernel.statement(++line);
      perform(kernel, action);
    }
  }

  private void perform(Kernel kernel, Action action) {
    switch (action) {
      case Action.Start(int child) -> kernel.start(child, () -> perform(kernel, child));
      case Action.Join(int child) -> kernel.join(child, -1);
      case Action.Kill(int child) -> kernel.processes().kill(child, "killed");
      case Action.Request(String request, long nanos) -> kernel.request(request, nanos);
      case Action.Sleep(long nanos) -> kernel.sleep(nanos);
      case Action.Print(var stream, String text) -> kernel.print(stream, text);
      case Action.Yield _ -> kernel.slice();
      case Action.OnObject on -> kernel.act(on, -1);
      case Action.Begin _, Action.End _, Action.Cancel _, Action.Next _, Action.Suspend _ ->
          throw new IllegalArgumentException(action.toString());
    }
  }
}
