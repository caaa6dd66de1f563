package braid.guest.python.message;

import braid.guest.python.message.Rewording.Raised;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What CPython 3.12 says where one of its built-in functions is called with too few or too many
/// arguments: it tells by how the function takes them (`METH_O`, `METH_NOARGS` or a range, in C API
/// Reference Manual, "Common Object Structures"). Stateless.
final class ArgumentCounts {
  private static final Set<String> ONE =
      names(
          """
          len abs callable ascii bin chr hash hex id oct ord repr any all
          list.append list.extend list.remove list.count tuple.count
          set.add set.discard set.remove str.join str.zfill str.partition
          deque.append deque.appendleft deque.extend deque.extendleft deque.remove deque.count
          """);

  private static final Set<String> NONE =
      names(
          """
          list.clear list.copy list.reverse
          dict.keys dict.values dict.items dict.clear dict.copy dict.popitem
          set.pop set.clear set.copy deque.pop deque.popleft deque.clear deque.copy deque.reverse
          str.upper str.lower str.title str.capitalize str.isdigit str.isalpha str.isupper
          str.islower str.isspace str.isalnum str.swapcase str.casefold
          """);

  private static final Set<String> WITH_KEYWORDS = names("print int list.sort");

  /// The least and the greatest number of arguments.
  private static final Map<String, Bounds> BOUNDS =
      Map.ofEntries(
          Map.entry("iter", new Bounds(1, 2)),
          Map.entry("next", new Bounds(1, 2)),
          Map.entry("getattr", new Bounds(2, 3)),
          Map.entry("hasattr", new Bounds(2, 2)),
          Map.entry("isinstance", new Bounds(2, 2)),
          Map.entry("issubclass", new Bounds(2, 2)),
          Map.entry("setattr", new Bounds(3, 3)),
          Map.entry("delattr", new Bounds(2, 2)),
          Map.entry("divmod", new Bounds(2, 2)),
          Map.entry("min", new Bounds(1, Integer.MAX_VALUE)),
          Map.entry("max", new Bounds(1, Integer.MAX_VALUE)),
          Map.entry("range", new Bounds(1, 3)),
          Map.entry("slice", new Bounds(1, 3)),
          Map.entry("sorted", new Bounds(1, 1)),
          Map.entry("format", new Bounds(1, 2)),
          Map.entry("list.index", new Bounds(1, 3)),
          Map.entry("list.insert", new Bounds(2, 2)),
          Map.entry("list.pop", new Bounds(0, 1)),
          Map.entry("dict.get", new Bounds(1, 2)),
          Map.entry("dict.pop", new Bounds(1, 2)),
          Map.entry("dict.setdefault", new Bounds(1, 2)),
          Map.entry("tuple.index", new Bounds(1, 3)),
          Map.entry("str.replace", new Bounds(2, 3)),
          Map.entry("str.strip", new Bounds(0, 1)),
          Map.entry("list", new Bounds(0, 1)),
          Map.entry("tuple", new Bounds(0, 1)),
          Map.entry("set", new Bounds(0, 1)),
          Map.entry("frozenset", new Bounds(0, 1)),
          Map.entry("float", new Bounds(0, 1)),
          Map.entry("bool", new Bounds(0, 1)),
          Map.entry("str.ljust", new Bounds(1, 2)),
          Map.entry("str.rjust", new Bounds(1, 2)),
          Map.entry("str.center", new Bounds(1, 2)));

  private ArgumentCounts() {}

  private static Set<String> names(String words) {
    return Stream.of(words.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
  }

  /// Fewer than it takes. GraalPy tells how many are missing.
  static Optional<String> missing(Raised raised) {
    String name = raised.argument(0);
    if (isUsers(raised)) {
      return Optional.empty();
    }
    if (ONE.contains(name)) {
      return Optional.of(name + "() takes exactly one argument (0 given)");
    }
    Bounds bounds = BOUNDS.get(name);
    return bounds == null
        ? Optional.empty()
        : Optional.of(bounds.words(name, bounds.min - Integer.parseInt(raised.argument(1))));
  }

  /// More than it takes. GraalPy counts what a method is called on, and a class.
  ///
  /// @param greatest where the message has the greatest number it takes
  /// @param given where it has the number of those that were given
  static Optional<String> tooMany(Raised raised, int greatest, int given) {
    String name = raised.argument(0);
    if (isUsers(raised)) {
      return Optional.empty();
    }
    int all = Integer.parseInt(raised.argument(given));
    int count = name.contains(".") ? all - 1 : all;
    if (ONE.contains(name)) {
      return Optional.of(name + "() takes exactly one argument (" + count + " given)");
    }
    if (NONE.contains(name)) {
      return Optional.of(name + "() takes no arguments (" + count + " given)");
    }
    if (name.equals("list.sort")) {
      return Optional.of("sort() takes no positional arguments");
    }
    Bounds bounds = BOUNDS.get(name);
    if (bounds == null) {
      return Optional.empty();
    }
    int counted = Integer.parseInt(raised.argument(greatest)) - bounds.max;
    return Optional.of(bounds.words(name, all - counted));
  }

  /// A keyword it does not know.
  static Optional<String> unknown(Raised raised) {
    String name = raised.argument(0);
    if (isUsers(raised)) {
      return Optional.empty();
    }
    if (WITH_KEYWORDS.contains(name)) {
      return Optional.of(
          "'" + raised.argument(1) + "' is an invalid keyword argument for " + simple(name) + "()");
    }
    boolean takesNone = ONE.contains(name) || NONE.contains(name) || BOUNDS.containsKey(name);
    return takesNone ? Optional.of(name + "() takes no keyword arguments") : Optional.empty();
  }

  /// Whether a function of the program's own was called, whatever its name. Where the place is not
  /// known, the name decides.
  private static boolean isUsers(Raised raised) {
    return raised.exception().getLocation() == null
        ? raised.own().contains(simple(raised.argument(0)))
        : !raised.isAt("Builtin") && !raised.isAt("TpSlot");
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private record Bounds(int min, int max) {
    String words(String name, int given) {
      boolean isFew = given < min;
      String which = min == max ? "" : isFew ? "at least " : "at most ";
      int bound = isFew ? min : max;
      return String.format(
          "%s expected %s%d argument%s, got %d",
          simple(name), which, bound, bound == 1 ? "" : "s", given);
    }
  }
}
