package braid.guest.python.statement;

import com.oracle.truffle.api.ContextLocal;
import com.oracle.truffle.api.instrumentation.TruffleInstrument;

/// The engine's way to [Statements]: looked up by its id, once per engine.
public final class StatementInstrument extends TruffleInstrument {
  /// Its name in the engine.
  public static final String ID = "braid-statements";

  private final ContextLocal<Statements.Seat> seats =
      locals.createContextLocal(_ -> new Statements.Seat());

  @Override
  protected void onCreate(Env env) {
    env.registerService(new Statements(env, seats));
  }
}
