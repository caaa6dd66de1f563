package braid.guest.python.message;

import com.oracle.graal.python.PythonLanguage;
import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.objects.exception.PBaseException;
import com.oracle.graal.python.runtime.exception.PException;
import com.oracle.graal.python.runtime.formatting.ErrorMessageFormatter;
import com.oracle.graal.python.runtime.object.PFactory;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Exceptions of GraalPy whose message is a general one, in the words of CPython 3.12 for what was
/// done: which that was is told by the node that raised it, and by the statement it comes from.
/// They are reworded as they leave the statement, so that `except` finds CPython's words.
/// Stateless.
public final class Rewording {
  /// Stands for the name of a value's type.
  private static final String TYPE = "%p";

  private static final String INTEGERS = "IntBuiltinsFactory$";
  private static final String FLOATS = "FloatBuiltinsFactory$";

  private static final Set<Object> TEXT =
      Set.of(PythonBuiltinClassType.UnicodeEncodeError, PythonBuiltinClassType.UnicodeDecodeError);

  /// Takes from a list what any list has that has anything.
  private static final Pattern POPS_ANY = Pattern.compile("\\.pop\\(\\s*(?:-?\\s*1|0)?\\s*\\)");

  private static final Pattern ONE_OF_SOME = Pattern.compile("(takes from .* argument) but");

  /// By what GraalPy says.
  private static final Map<TruffleString, Function<Raised, Optional<String>>> RULES =
      Map.ofEntries(
          Map.entry(
              text("%s division or modulo by zero"),
              raised -> raised.at(INTEGERS + "ModNode", "integer modulo by zero")),
          Map.entry(text("division by zero"), Rewording::divided),
          Map.entry(text("index out of range"), Rewording::beyond),
          Map.entry(
              text("list index out of range"),
              raised ->
                  raised
                      .at("BytesBuiltinsFactory$BytesSubcript", "index out of range")
                      .or(
                          () ->
                              raised.at(
                                  "ByteArrayBuiltinsFactory$", "bytearray index out of range"))),
          Map.entry(
              text("bad operand type for %s%s: '%p'"),
              raised ->
                  raised
                      .said("^(bad operand type for unary)", "$1 ")
                      .map(text -> TypeNames.put(raised, text))),
          Map.entry(
              text("'%p' object has no attribute '%s'"),
              raised -> Optional.of(TypeNames.noAttribute(raised))),
          Map.entry(
              text("'%N' object has no attribute '%s'"),
              raised -> raised.said("^('.*?') object", "type object $1")),
          Map.entry(
              text("%s() takes from %d to %d positional argument%s but %d %s given%s"),
              raised ->
                  ArgumentCounts.tooMany(raised, 2, 4)
                      .or(() -> raised.said(ONE_OF_SOME.pattern(), "$1s but"))),
          Map.entry(
              text("%s() takes %d positional argument%s but %d %s given%s"),
              raised -> ArgumentCounts.tooMany(raised, 1, 3)),
          Map.entry(text("%s() missing %d required %s argument%s: '%s'"), ArgumentCounts::missing),
          Map.entry(text("%s() got an unexpected keyword argument '%s'"), ArgumentCounts::unknown));

  private Rewording() {}

  /// Rewords an exception that leaves a statement of the user's.
  ///
  /// @param place the statement
  @TruffleBoundary
  public static void reword(Throwable thrown, SourceSection place) {
    if (thrown instanceof PException raised
        && raised.getUnreifiedException() instanceof PBaseException error) {
      reword(new Raised(raised, error, place.getCharacters(), Set.of()));
    }
  }

  /// Rewords an exception that somebody has caught, or that nobody has: where memory is told,
  /// statements are not seen. Anything else is left as it is.
  ///
  /// @param own names of the program's own functions
  @TruffleBoundary
  public static void reword(Object caught, Set<String> own) {
    if (caught instanceof PBaseException error && error.getException() != null) {
      reword(new Raised(error.getException(), error, "", own));
    }
  }

  private static void reword(Raised raised) {
    PBaseException error = raised.error();
    if (error.hasMessageFormat() && error.getArgs() == null) {
      TruffleString format = error.getMessageFormat();
      Function<Raised, Optional<String>> rule = RULES.get(format);
      if (rule == null && format.toJavaStringUncached().contains(TYPE)) {
        rule = told -> Optional.of(TypeNames.put(told, told.message()));
      }
      if (rule != null) {
        rule.apply(raised).ifPresent(text -> say(error, text));
      }
    }
  }

  /// The exception, as a value of the guest's, where text cannot be encoded or decoded: why is told
  /// by the text itself.
  public static Optional<Object> ofText(Throwable thrown) {
    return thrown instanceof PException raised
            && raised.getUnreifiedException() instanceof PBaseException error
            && TEXT.contains(error.getInitialPythonClass())
        ? Optional.of(error)
        : Optional.empty();
  }

  private static void say(PBaseException error, String text) {
    Object[] args = {text(text)};
    error.setArgs(PFactory.createTuple(PythonLanguage.get(null), args));
  }

  private static TruffleString text(String words) {
    return TruffleString.fromJavaStringUncached(words, TruffleString.Encoding.UTF_32);
  }

  private static Optional<String> divided(Raised raised) {
    return raised
        .at(FLOATS + "DivNode", "float division by zero")
        .or(() -> raised.at(FLOATS + "FloorDivNode", "float floor division by zero"))
        .or(() -> raised.at(FLOATS + "ModNode", "float modulo"))
        .or(() -> raised.at(FLOATS + "DivModNode", "float divmod()"));
  }

  private static Optional<String> beyond(Raised raised) {
    boolean wantsAny = POPS_ANY.matcher(raised.statement()).find();
    return raised
        .at(
            "ListBuiltinsFactory$ListPopNode",
            wantsAny ? "pop from empty list" : "pop index out of range")
        .or(
            () ->
                raised.at(
                    "ListBuiltinsFactory$SetSubscriptNode", "list assignment index out of range"));
  }

  /// One exception on its way.
  ///
  /// @param statement what the program says there; empty where that is not known
  /// @param own names of the program's own functions, where the place is not known
  record Raised(
      PException exception, PBaseException error, CharSequence statement, Set<String> own) {
    /// The words, if one of the nodes around the place is of this kind.
    Optional<String> at(String node, String words) {
      return isAt(node) ? Optional.of(words) : Optional.empty();
    }

    boolean isAt(String node) {
      for (var place = exception.getLocation(); place != null; place = place.getParent()) {
        if (place.getClass().getName().contains(node)) {
          return true;
        }
      }
      return false;
    }

    /// What is put into the message, as text.
    String argument(int index) {
      return value(index).toString();
    }

    /// How much is put into it.
    int arguments() {
      return error.getMessageArgs().length;
    }

    Object value(int index) {
      return error.getMessageArgs()[index];
    }

    String message() {
      return ErrorMessageFormatter.format(error.getMessageFormat(), error.getMessageArgs());
    }

    /// The message with a part exchanged.
    Optional<String> said(String part, String words) {
      return Optional.of(message().replaceFirst(part, words));
    }
  }
}
