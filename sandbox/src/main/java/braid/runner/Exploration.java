package braid.runner;

import braid.guest.World;
import braid.kernel.carrier.Carrier;
import braid.program.Program;
import braid.trace.Entry;
import java.util.function.Consumer;

/// One program executed many times.
final class Exploration implements Job {
  Exploration(Program program, Carrier carrier, Consumer<Entry> sink) {}

  @Override
  public Result run(World world) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void stop() {}

  @Override
  public boolean awaitClosed() {
    return true;
  }
}
