package braid.kernel.memory;

import java.util.LinkedHashMap;
import java.util.Map;

/// A thing with parts: an object with attributes, a container, the variables of one call of a
/// function, a module's globals. Confined to the task that has control.
public final class Owner {
  /// No name of a part, all of which begin otherwise.
  static final String ORDER = " in order";

  private final int id;
  private final String name;
  private final long key;
  private final Place whole;
  private final Map<String, Place> parts = new LinkedHashMap<>(4);

  /// @param id its number in this execution, in the order of appearance
  /// @param name in the program, such that a part's name can follow it
  /// @param key the same in every execution
  public Owner(int id, String name, long key) {
    this.id = id;
    this.name = name;
    this.key = key;
    this.whole = new Place(this, "", true);
  }

  public int id() {
    return id;
  }

  public String name() {
    return name;
  }

  public long key() {
    return key;
  }

  /// All of its parts at once: what `len`, iteration and `append` touch.
  public Place whole() {
    return whole;
  }

  /// The place of this name; the same one each time.
  public Place part(String part) {
    return parts.computeIfAbsent(part, name -> new Place(this, name, false));
  }

  /// The order in which its parts came, once [#hasOrder]: a part of it, which inserts write.
  public Place order() {
    return part(ORDER);
  }

  /// Whether a part was inserted while anybody looked.
  public boolean hasOrder() {
    return parts.containsKey(ORDER);
  }

  /// Whether a task other than `task` has touched one of its parts.
  boolean hasPartTouchedByOther(int task) {
    for (Place part : parts.values()) {
      if (part.isTouchedByOther(task)) {
        return true;
      }
    }
    return false;
  }
}
