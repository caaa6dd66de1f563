package braid.kernel;

import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Offers;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.Strategy;
import java.util.ArrayList;
import java.util.List;

/// What the parts of a kernel share: its rules, its tasks and objects by id, and those parts that
/// need no other. Confined to the carrier.
record Parts(
    Rules rules,
    List<Task> tasks,
    List<KernelObject> objects,
    Waits waits,
    Scheduler scheduler,
    Recorder recorder,
    Observer observer) {

  static Parts of(Rules rules, Strategy strategy, Recorder recorder, Observer observer) {
    List<Task> tasks = new ArrayList<>();
    List<KernelObject> objects = new ArrayList<>();
    Waits waits = new Waits(tasks::get, objects);
    Scheduler scheduler =
        new Scheduler(rules, strategy, observer, waits, new Offers(strategy, recorder::declare));
    return new Parts(rules, tasks, objects, waits, scheduler, recorder, observer);
  }
}
