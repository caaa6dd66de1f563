package braid.guest.python;

import braid.kernel.memory.Access;
import braid.kernel.memory.Memory;
import braid.kernel.memory.Owner;
import braid.kernel.memory.Place;
import braid.kernel.memory.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.HostAccess.Export;
import org.graalvm.polyglot.Value;

/// The part of [Bridge] for accesses of shared memory, by the numbers owners and places have in one
/// execution. A call that gives true wants the value to be told next. Confined to the task that has
/// control.
public abstract sealed class MemoryCalls extends LaneCalls permits Bridge {
  /// By the numbers `_braid_accesses` has for them.
  private static final List<Access> ACCESSES = List.of(Access.values());

  private List<String> globalNames = List.of();
  private Set<String> functions = Set.of();
  private Place[] globals = {};

  /// The process whose globals these are, and those of all.
  private int process;

  private final Map<Integer, Place[]> processes = new HashMap<>();
  private final List<Owner> owners = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<Integer, Place> loops = new HashMap<>();
  private Memory memory;

  MemoryCalls() {}

  /// A new execution: its memory is new.
  void remember(Memory of) {
    memory = of;
    owners.clear();
    places.clear();
    loops.clear();
    beginGlobals();
  }

  private void beginGlobals() {
    processes.clear();
    process = 0;
    globals = new Place[globalNames.size()];
    processes.put(process, globals);
  }

  /// The program's shared globals, by number.
  @Export
  public void memory_globals(Value names) {
    globalNames = texts(names);
    beginGlobals();
  }

  /// The names of the program's functions.
  @Export
  public void memory_functions(Value names) {
    functions = new LinkedHashSet<>(texts(names));
  }

  /// The names of the program's functions, where memory is told.
  Set<String> functions() {
    return functions;
  }

  @Export
  public boolean memory_global(int number, boolean isWrite, int line) {
    Place place = globals[number];
    if (place == null) {
      place = memory.place(memory.globals(process), globalNames.get(number));
      globals[number] = place;
    }
    return memory.access(place, isWrite ? Access.WRITE : Access.READ, line);
  }

  /// From now on the globals are those of this process.
  @Export
  public void memory_process(int entered) {
    process = entered;
    globals = processes.computeIfAbsent(entered, _ -> new Place[globalNames.size()]);
  }

  @Export
  public int memory_own(String name) {
    owners.add(memory.own(name));
    return owners.size() - 1;
  }

  @Export
  public int memory_place(int owner, String part) {
    places.add(memory.place(owners.get(owner), part));
    return places.size() - 1;
  }

  @Export
  public boolean memory_access(int place, int access, int line) {
    return memory.access(places.get(place), ACCESSES.get(access), line);
  }

  @Export
  public boolean memory_all(int owner, int access, int line) {
    return memory.accessAll(owners.get(owner), ACCESSES.get(access), line);
  }

  /// An access of all of an owner is over, which went on while code of the user's was executed.
  @Export
  public void memory_ends(int owner, int access, int line) {
    memory.stillAccessed(owners.get(owner), ACCESSES.get(access), line);
  }

  /// Accesses of all of several owners between which nobody comes.
  @Export
  public boolean memory_together(Value touched, Value accesses, int line) {
    List<Touch> touches = new ArrayList<>();
    for (long i = 0; i < touched.getArraySize(); i++) {
      Owner owner = owners.get(touched.getArrayElement(i).asInt());
      touches.add(new Touch(owner.whole(), ACCESSES.get(accesses.getArrayElement(i).asInt())));
    }
    return memory.accessTogether(touches, line);
  }

  /// The value of one of them.
  @Export
  public void memory_value_of(int number, String label) {
    memory.value(number, label);
  }

  /// The access just made has given the owner a part more.
  @Export
  public void memory_inserted(int owner, int line) {
    memory.inserted(owners.get(owner), line);
  }

  @Export
  public void memory_value(String label) {
    memory.value(label);
  }

  /// The present thread changes what an event loop has ready, or looks at it.
  @Export
  public void loop_touch(int loop) {
    Place ready =
        loops.computeIfAbsent(loop, _ -> memory.place(memory.own("event loop"), ".ready"));
    memory.point(kernel.line());
    memory.access(ready, Access.ATOMIC_WRITE, 0);
    kernel.coroutines().handOver(loop);
  }

  /// A loop begins that only looks.
  @Export
  public void watching() {
    memory.beginWatching();
  }

  /// A round of it has found nothing.
  @Export
  public void found_nothing() {
    memory.foundNothing();
  }

  /// A loop that has an end takes another turn.
  @Export
  public void turned() {
    memory.turned();
  }

  /// An event loop has let only those go on, for this time in a row, that look for something.
  @Export
  public void looked_in_vain(int times, boolean isTimed) {
    memory.lookedInVain(times, isTimed);
  }

  /// At `line` the interpreter would look whether another thread wants to go on.
  @Export
  public void point(int line) {
    memory.point(line);
  }

  /// A statement begins at `line`.
  @Export
  public void at(int line) {
    if (kernel.statement(line)) {
      kernel.slice();
    }
  }
}
