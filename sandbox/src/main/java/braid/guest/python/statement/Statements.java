package braid.guest.python.statement;

import braid.guest.python.message.Rewording;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.ContextLocal;
import com.oracle.truffle.api.instrumentation.SourceSectionFilter;
import com.oracle.truffle.api.instrumentation.StandardTags.StatementTag;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;
import com.oracle.truffle.api.interop.InteropException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.nodes.LanguageInfo;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;

/// Sees every statement of the user's file as it is executed, and tells the world that runs: where
/// each task stands, and when one has used up its slice. Each world has a seat of its own: a
/// warm-up that is stopped may still be unwinding while somebody's program runs. Confined to the
/// task that has control.
///
/// An instrument of the engine rather than a listener of the polyglot interface: compiled code then
/// knows each statement's line as a constant, which makes long loops ten times as fast.
public final class Statements {
  private final TruffleInstrument.Env env;

  /// The name of the user's file in GraalPy: what tracebacks show.
  private volatile String file = "main.py";

  private final ContextLocal<Seat> seats;

  Statements(TruffleInstrument.Env env, ContextLocal<Seat> seats) {
    this.env = env;
    this.seats = seats;
    SourceSectionFilter users =
        SourceSectionFilter.newBuilder()
            .tagIs(StatementTag.class)
            .includeInternal(false)
            .sourceIs(this::isUsers)
            .build();
    env.getInstrumenter()
        .attachExecutionEventFactory(
            users, place -> new StatementNode(this, place.getInstrumentedSourceSection()));
  }

  private boolean isUsers(Source source) {
    return source.getName().equals(file);
  }

  /// From now on the user's file is called so.
  public void name(String called) {
    file = called;
  }

  /// Where the world of the context that is entered takes its place.
  public Seat seat() {
    return seats.get();
  }

  /// The Python function so named in the main module of the context that is entered.
  public Object function(String name) {
    LanguageInfo python = env.getLanguages().get("python");
    try {
      return InteropLibrary.getUncached().readMember(env.getScope(python), name);
    } catch (InteropException e) {
      throw new IllegalStateException("boot.py has no " + name, e);
    }
  }

  @TruffleBoundary
  void enter(int line) {
    Follower running = seats.get().world;
    Object before = running == null ? null : running.enter(line);
    if (before != null) {
      call(before);
    }
  }

  @TruffleBoundary
  void leave(int line) {
    Follower running = seats.get().world;
    if (running != null) {
      running.leave(line);
    }
  }

  /// An exception leaves a statement: it shall say what CPython's says.
  @TruffleBoundary
  void failed(Throwable thrown, SourceSection place) {
    Rewording.reword(thrown, place);
    Rewording.ofText(thrown).ifPresent(error -> call(function("_reword"), error));
  }

  /// Guest code: what it raises goes on through the statement that was about to begin.
  private static void call(Object function, Object... arguments) {
    try {
      InteropLibrary.getUncached().execute(function, arguments);
    } catch (InteropException e) {
      throw new IllegalStateException("a function of boot.py cannot be called", e);
    }
  }

  /// A context's place for the world that is told of its statements.
  public static final class Seat {
    private volatile Follower world;

    /// From now on the statements belong to this world.
    public void take(Follower running) {
      world = running;
    }

    /// The world has ended; statements that unwind it are nobody's.
    public void leave() {
      world = null;
    }
  }
}
