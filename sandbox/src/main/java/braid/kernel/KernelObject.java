package braid.kernel;

import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.ObjectType;

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
}
