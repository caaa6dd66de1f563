package braid.explore;

import braid.kernel.Kernel;
import braid.kernel.carrier.Carrier;
import braid.kernel.carrier.PlatformCarrier;
import braid.kernel.carrier.VirtualCarrier;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.Strategy;
import braid.trace.Entry;
import braid.trace.Reason;
import braid.trace.VerdictType;
import java.util.function.Consumer;

/// Runs a playlet on real kernels, as often as an explorer wants.
record Stage(Consumer<Playlet> play, Rules rules) implements Executions {
  private static final Rules STRICT = new Rules(false, 0, 4, true, 1_000, 0, 1_000, 1_000);
  private static final Rules PORTABLE =
      new Rules(false, 0, 4, true, true, 1_000, 0, false, 1_000, 1_000);
  private static final Carrier CARRIER =
      VirtualCarrier.tryOpen().<Carrier>map(virtual -> virtual).orElseGet(PlatformCarrier::new);

  Stage(Consumer<Playlet> play) {
    this(play, STRICT);
  }

  /// One whose event loops let any of what is ready go next.
  static Stage portable(Consumer<Playlet> play) {
    return new Stage(play, PORTABLE);
  }

  @Override
  public Executed execute(Strategy strategy, Observer observer) {
    StringBuilder output = new StringBuilder();
    Kernel kernel =
        new Kernel(
            rules,
            strategy,
            CARRIER,
            entry -> {
              if (entry instanceof Entry.Output written) {
                output.append(written.text());
              }
            },
            observer);
    kernel.begin(
        "main",
        () -> {
          Playlet playlet = new Playlet(kernel);
          playlet.perform(() -> play.accept(playlet));
        });
    try {
      CARRIER.drain(kernel::isOver);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Reason reason = kernel.ending().orElseThrow();
    VerdictType verdict =
        switch (reason) {
          case Reason.Completed _ ->
              kernel.firstUncaught().isPresent() ? VerdictType.UNCAUGHT : VerdictType.PASSED;
          case Reason.Uncaught _ -> VerdictType.UNCAUGHT;
          case Reason.Deadlock _ -> VerdictType.DEADLOCK;
          case Reason.LimitReached _, Reason.Stopped _, Reason.WorkerLost _, Reason.Explored _ ->
              VerdictType.LIMIT;
          case Reason.Refused refused -> throw new AssertionError(refused.message());
        };
    return new Executed(verdict, reason.toString(), output.toString(), kernel.choices());
  }
}
