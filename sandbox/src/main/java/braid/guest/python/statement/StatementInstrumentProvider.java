package braid.guest.python.statement;

import com.oracle.truffle.api.instrumentation.TruffleInstrument.Registration;
import com.oracle.truffle.api.instrumentation.provider.TruffleInstrumentProvider;
import java.util.Collection;
import java.util.List;

/// What the engine finds by `META-INF/services`.
@Registration(
    id = StatementInstrument.ID,
    name = "Statements of the user's program",
    version = "1",
    services = Statements.class)
public final class StatementInstrumentProvider extends TruffleInstrumentProvider {
  @Override
  protected String getInstrumentClassName() {
    return StatementInstrument.class.getName();
  }

  @Override
  protected Object create() {
    return new StatementInstrument();
  }

  @Override
  protected Collection<String> getServicesClassNames() {
    return List.of(Statements.class.getName());
  }
}
