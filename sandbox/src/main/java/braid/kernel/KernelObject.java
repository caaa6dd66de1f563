package braid.kernel;

import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.primitive.Cell;
import braid.primitive.Channel;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Change;
import braid.trace.Entry;
import braid.trace.LimitType;
import braid.trace.ObjectState;
import braid.trace.ObjectType;
import braid.trace.Order;
import braid.trace.Reason;
import java.util.List;

/// An object the kernel knows, with the actions that need not be made anew each time. Confined to
/// the carrier.
final class KernelObject {
  final int id;
  final ObjectType type;
  final String name;
  final Action.Acquire acquire;
  final Action.Release release;
  private final Primitive primitive;

  /// The step at which a lock was last taken; -1 where not recorded.
  int takenAtStep = -1;

  /// Who took it then: a thread, or the coroutine that ran there.
  int takenBy = -1;

  /// The guest corrects its description after each step.
  boolean isDescribed;

  /// It is a variable of the program, whose accesses are announced as such.
  boolean isPlace;

  long steps;

  KernelObject(int id, ObjectType type, String name, Primitive primitive) {
    this.id = id;
    this.type = type;
    this.name = name;
    this.primitive = primitive;
    this.acquire = new Action.Acquire(id);
    this.release = new Action.Release(id, 1);
  }

  Primitive primitive() {
    return primitive;
  }

  /// How objects come to be known: numbered, named, bounded in number, and declared in the trace.
  /// Confined to the task that has control.
  static final class Declarations {
    private final Rules rules;
    private final List<KernelObject> objects;
    private final Scheduler scheduler;
    private final Recorder recorder;
    private final Turns turns;
    private final Observer observer;

    Declarations(Parts parts, Turns turns) {
      this.rules = parts.rules();
      this.objects = parts.objects();
      this.scheduler = parts.scheduler();
      this.recorder = parts.recorder();
      this.turns = turns;
      this.observer = parts.observer();
    }

    /// The object's state machine, at which the present task looks.
    Primitive looked(int id) {
      Primitive primitive = objects.get(id).primitive();
      if (observer != Observer.NONE) {
        observer.looked(turns.present().id, id, primitive.state());
      }
      return primitive;
    }

    KernelObject object(int id) {
      return objects.get(id);
    }

    int add(ObjectType type, String name, int line, int owner, Primitive primitive) {
      int id = declare(type, name, line, owner, primitive);
      observer.added(id, turns.present().agent.nextKey(Task.Made.OBJECT));
      return id;
    }

    /// A place of the program's memory that its reader sees as a variable; who watches knows it.
    int addPlace(String name, int line) {
      int id = declare(ObjectType.VARIABLE, name, line, -1, new Cell("", -1));
      objects.get(id).isPlace = true;
      return id;
    }

    private int declare(ObjectType type, String name, int line, int owner, Primitive primitive) {
      turns.checkGoesOn();
      if (objects.size() >= rules.objectsMax()) {
        throw turns.endNow(
            new Reason.LimitReached(LimitType.OBJECTS, rules.objectsMax(), "objects"));
      }
      KernelObject object = new KernelObject(objects.size(), type, Lives.shorten(name), primitive);
      object.isDescribed =
          primitive.state() instanceof ObjectState.Channel queue && queue.order() == Order.PRIORITY;
      objects.add(object);
      if (recorder.isRecording()) {
        int task = turns.present().shown.id;
        recorder.declare(
            new Entry.ObjectAdded(
                object.id, type, object.name, task, line, owner, primitive.state()));
      }
      return object.id;
    }

    void describe(int queue, int size, List<String> labels) {
      KernelObject object = objects.get(queue);
      if (object.primitive() instanceof Channel channel) {
        channel.describe(size, labels);
        recorder.redescribe(new Change.OfObject(queue, channel.state()));
        object.isDescribed = true;
        scheduler.somethingChanged();
      }
    }
  }
}
