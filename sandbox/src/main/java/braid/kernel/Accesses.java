package braid.kernel;

import braid.kernel.cost.Costs;
import braid.kernel.cost.Patience;
import braid.kernel.memory.Access;
import braid.kernel.memory.Key;
import braid.kernel.memory.Memory;
import braid.kernel.memory.Owner;
import braid.kernel.memory.Place;
import braid.kernel.memory.Touch;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.primitive.Primitive;
import braid.trace.Action;
import braid.trace.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How shared memory becomes points and steps. Confined to the task that has control.
final class Accesses implements Memory {
  /// So many of the objects a run may have can be variables.
  private static final int VARIABLES_SHARE = 2;

  private static final int GLOBALS_KEY = 20;

  private static final Action NOTHING = new Action.Yield();

  /// What a task is about to do with a place, as far as the kernel has to know.
  private static final Action READ = new Action.Read(-1, "");

  private static final Action WRITE = new Action.Write(-1, "");

  /// An access of no interest.
  private static final Touch NOBODYS = new Touch(new Owner(-1, "", Key.ROOT).whole(), Access.READ);

  private final Rules rules;
  private final Scheduler scheduler;
  private final Observer observer;
  private final Waits waits;
  private final Recorder recorder;
  private final Turns turns;
  private final Steps steps;
  private final KernelObject.Declarations declarations;
  private final Waits.Pauses pauses;
  private final List<Task> tasks;
  private final Map<Integer, Owner> globals = new LinkedHashMap<>();
  private int owners = 1;
  private int variables;
  private boolean isJoined;

  /// The accesses just made whose values the guest is to tell.
  private final List<Touch> told = new ArrayList<>();

  Accesses(
      Parts parts,
      Turns turns,
      Steps steps,
      KernelObject.Declarations declarations,
      Waits.Pauses pauses) {
    this.rules = parts.rules();
    this.observer = parts.observer();
    this.waits = parts.waits();
    this.scheduler = parts.scheduler();
    this.recorder = parts.recorder();
    this.turns = turns;
    this.steps = steps;
    this.declarations = declarations;
    this.pauses = pauses;
    this.tasks = parts.tasks();
    Owner main = new Owner(0, "", Key.ROOT);
    globals.put(0, main);
  }

  @Override
  public Owner globals(int process) {
    return globals.computeIfAbsent(
        process, id -> new Owner(owners++, "", Key.child(tasks.get(id).key, GLOBALS_KEY, 0)));
  }

  @Override
  public Owner own(String name) {
    return new Owner(owners++, name, turns.present().agent.nextKey(Task.Made.OWNER));
  }

  @Override
  public Place place(Owner owner, String part) {
    return owner.part(part);
  }

  @Override
  public boolean access(Place place, Access access, int line) {
    Task self = arrive(line);
    ask(self, isNoticed(self, place, access, line), place, access);
    told.clear();
    return tell(self, place, access, line);
  }

  @Override
  public boolean accessTogether(List<Touch> touches, int line) {
    Task self = arrive(line);
    Touch asked =
        touches.stream()
            .filter(touch -> isNoticed(self, touch.place(), touch.access(), line))
            .findFirst()
            .orElse(NOBODYS);
    ask(self, asked != NOBODYS, asked.place(), asked.access());
    told.clear();
    boolean isWanted = false;
    for (Touch touch : touches) {
      isWanted |= tell(self, touch.place(), touch.access(), line);
    }
    return isWanted;
  }

  private Task arrive(int line) {
    Task self = turns.present();
    self.patience.compute(Costs.ACCESS_STATEMENTS);
    if (line > 0) {
      self.shown.line = line;
    }
    return self;
  }

  /// Whether the order of this access and others' makes a difference.
  private boolean isNoticed(Task self, Place place, Access access, int line) {
    return (isJoined || !rules.isSimulated()) && observer.isPoint(self.id, place, access, line);
  }

  /// Others may go first.
  private void ask(Task self, boolean isNoticed, Place place, Access access) {
    if (isJoined) {
      turns.checkGoesOn();
      self.hasTouched = true;
      self.hasTouchedContended |= isNoticed;
    } else if (isNoticed) {
      pass(self, access.isWrite() ? WRITE : READ, Optional.of(new Touch(place, access)));
    } else {
      turns.checkGoesOn();
      if (!rules.isSimulated()) {
        scheduler.choices().add(self.agent.id);
      }
    }
  }

  /// The access happens; true when its value is wanted.
  private boolean tell(Task self, Place place, Access access, int line) {
    observer.accessed(self.id, place, access, line);
    if (access.isWrite()) {
      waits.changed();
    }
    boolean isShared = place.touch(self.agent.id);
    boolean isWanted =
        recorder.isRecording() ? isShared && isVariable(place, line) : observer.wantsValues();
    told.add(isWanted ? new Touch(place, access) : NOBODYS);
    return isWanted;
  }

  @Override
  public boolean accessAll(Owner owner, Access access, int line) {
    return access(owner.whole(), access, line);
  }

  @Override
  public void inserted(Owner owner, int line) {
    observer.accessed(turns.present().id, owner.order(), Access.ATOMIC_WRITE, line);
  }

  @Override
  public void stillAccessed(Owner owner, Access access, int line) {
    observer.accessed(turns.present().id, owner.whole(), access, line);
  }

  private boolean isVariable(Place place, int line) {
    if (place.object() < 0) {
      if (variables >= rules.objectsMax() / VARIABLES_SHARE) {
        return false;
      }
      variables++;
      place.show(declarations.addPlace(place.name(), line));
    }
    return true;
  }

  @Override
  public void value(String label) {
    value(0, label);
  }

  @Override
  public void value(int number, String label) {
    // Code of the user's may have made accesses since, and told their values.
    Touch touch = number < told.size() ? told.set(number, NOBODYS) : NOBODYS;
    if (touch == NOBODYS) {
      return;
    }
    String shown = Lives.shorten(label);
    int object = touch.place().object();
    if (object < 0) {
      observer.valued(shown);
      return;
    }
    Task self = turns.present();
    Action.OnObject action =
        touch.access().isWrite() ? new Action.Write(object, shown) : new Action.Read(object, shown);
    declarations.object(object).primitive().apply(self.shown.id, action);
    steps.record(self, action, Outcome.DONE);
  }

  @Override
  public void point(int line) {
    Task self = turns.present();
    self.shown.line = line;
    if (self.hasTouchedContended) {
      look();
    } else {
      // Nobody would notice who goes first.
      turns.checkGoesOn();
      if (self.hasTouched) {
        scheduler.choices().add(self.agent.id);
      }
    }
    self.hasTouched = false;
    self.hasTouchedContended = false;
  }

  /// Records an action that has happened already, where nobody could come between. False when steps
  /// are recorded no more.
  boolean note(Action.OnObject action) {
    turns.checkGoesOn();
    Task self = turns.present();
    scheduler.charge(self, 0);
    Primitive primitive = declarations.object(action.object()).primitive();
    observer.acting(self.id, action, primitive.state());
    primitive.apply(self.shown.id, action);
    steps.record(self, action, Outcome.DONE);
    return recorder.isRecording();
  }

  /// Others may go first; on the simulated machine nobody is asked.
  void look() {
    if (rules.isSimulated()) {
      turns.checkGoesOn();
    } else {
      Task self = turns.present();
      pauses.tire(self, Patience.after(self.patience.looks()));
      pass(self, READ, Optional.empty());
    }
  }

  private void pass(Task self, Action action, Optional<Touch> touch) {
    turns.announce(NOTHING, -1, 0);
    self.pending = action;
    self.touch = touch;
    turns.chosen();
    self.touch = Optional.empty();
    // The slice goes on: it must not end elsewhere where less is asked, or more.
    int left = self.statementsLeft;
    scheduler.grant(self);
    self.statementsLeft = left;
  }

  @Override
  public void beginWatching() {
    waits.beginLooking(turns.present());
    observer.watching(turns.present().id);
  }

  @Override
  public void foundNothing() {
    waits.foundNothing(turns.present());
    observer.foundNothing(turns.present().id);
  }

  @Override
  public void turned() {
    observer.turned(turns.present().id);
  }

  @Override
  public void lookedInVain(int times, boolean isTimed) {
    Task self = turns.present();
    if (isTimed) {
      observer.timed(self.id);
    }
    Task before = self.agent;
    self.agent = self; // none of its coroutines
    pauses.tire(self, Patience.after(times));
    self.agent = before;
  }

  @Override
  public void joinAccesses() {
    isJoined = true;
    observer.accessesJoined();
  }
}
