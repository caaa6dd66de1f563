package braid.kernel;

import braid.kernel.carrier.Carrier;
import braid.kernel.carrier.PlatformCarrier;
import braid.kernel.carrier.VirtualCarrier;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.ScheduleToken;
import braid.kernel.schedule.Strategy;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.Outcome;
import braid.trace.Reason;
import braid.trace.TraceLines;
import braid.trace.lane.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One execution on a real kernel and carrier, and all that came of it.
///
/// @param entries the trace between header and verdict
/// @param reason why it ended
/// @param choices the schedule
/// @param endNanos the virtual time at its end
record Performance(
    List<Entry> entries, Reason reason, ScheduleToken.Recorded choices, long endNanos) {

  /// A carrier that asks so often whether it is over, and it is not, has lost a task.
  private static final int IDLE_MAX = 50;

  /// One step that happened, as far as its order matters.
  record Did(int task, Action action) {}

  /// Runs `main` as the first task.
  static Performance of(Rules rules, Strategy strategy, Consumer<Kernel> main) {
    Carrier carrier =
        VirtualCarrier.tryOpen().<Carrier>map(virtual -> virtual).orElseGet(PlatformCarrier::new);
    return of(rules, strategy, carrier, main);
  }

  static Performance of(Rules rules, Strategy strategy, Carrier carrier, Consumer<Kernel> main) {
    List<Entry> entries = new ArrayList<>();
    Kernel kernel = new Kernel(rules, strategy, carrier, entries::add);
    kernel.begin("main", () -> main.accept(kernel));
    int[] idle = {0};
    try {
      carrier.drain(
          () -> {
            if (++idle[0] == IDLE_MAX && kernel.ending().isEmpty()) {
              kernel.end(new Reason.Stopped());
              idle[0] = -IDLE_MAX;
            }
            return kernel.isOver();
          });
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    kernel.flush();
    if (idle[0] < 0) {
      throw new AssertionError("a task got lost after\n" + Lanes.of(entries) + entries);
    }
    return new Performance(
        entries, kernel.ending().orElseThrow(), kernel.choices(), kernel.endNanos());
  }

  List<Entry.Step> steps() {
    return entries.stream()
        .filter(Entry.Step.class::isInstance)
        .map(Entry.Step.class::cast)
        .toList();
  }

  /// The steps that happened, in order; a blocked attempt is none, but entering a waiting room is.
  List<Did> order() {
    return steps().stream()
        .filter(step -> step.outcome() != Outcome.BLOCKED || step.action() instanceof Action.Wait)
        .map(step -> new Did(step.task(), step.action()))
        .toList();
  }

  /// The trace as text.
  List<String> lines() {
    return entries.stream().map(TraceLines::write).toList();
  }

  /// The same choices again, by way of the token's text.
  Strategy replay() {
    var token = new ScheduleToken(0, 0, 4, true, 0, 0, Optional.of(choices));
    return ScheduleToken.read(token.write(false)).replay().orElseThrow();
  }
}
