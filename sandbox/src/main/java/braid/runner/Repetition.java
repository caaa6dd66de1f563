package braid.runner;

import braid.detect.Judge;
import braid.detect.Names;
import braid.explore.Executed;
import braid.explore.Executions;
import braid.guest.World;
import braid.kernel.Kernel;
import braid.kernel.carrier.Carrier;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.ScheduleToken;
import braid.kernel.schedule.Strategy;
import braid.program.Program;
import braid.trace.Entry;
import braid.trace.Reason;
import braid.trace.Stream;
import java.util.Optional;
import java.util.function.Consumer;

/// One program executed again and again, on the thread that asks. Confined to that
/// thread, except [#end].
final class Repetition implements Executions {
  /// An output is shown and compared up to so many characters.
  private static final int OUTPUT_CHARS_MAX = 4_000;

  private final Program program;
  private final Worlds worlds;
  private final Carrier carrier;
  private volatile Optional<Reason> ended = Optional.empty();
  private volatile Optional<Kernel> running = Optional.empty();

  Repetition(Program program, Worlds worlds, Carrier carrier) {
    this.program = program;
    this.worlds = worlds;
    this.carrier = carrier;
  }

  /// Ends the execution that goes on and all that follow. Thread-safe.
  void end(Reason reason) {
    ended = Optional.of(reason);
    worlds.stop();
    running.ifPresent(kernel -> kernel.end(reason));
  }

  @Override
  public boolean areCostly() {
    return worlds.areFresh();
  }

  @Override
  public Executed execute(Strategy strategy, Observer observer) {
    return execute(Schedules.unrecorded(program, program.settings()), strategy, observer);
  }

  /// Executes it once more as these choices say, with names and all, for the sentence about it;
  /// empty where there is no time left for that.
  Optional<String> detail(ScheduleToken.Recorded choices) {
    Rules rules = Schedules.rules(program, program.settings());
    String detail = execute(rules, choices.strategy(), Observer.NONE).detail();
    return ended.isPresent() ? Optional.empty() : Optional.of(detail);
  }

  private Executed execute(Rules rules, Strategy strategy, Observer observer) {
    Printed printed = new Printed();
    Names names = new Names();
    OutputMeter meter =
        new OutputMeter(
            program.limits().outputBytes(),
            entry -> {
              names.note(entry);
              printed.accept(entry);
            });
    Kernel kernel = new Kernel(rules, strategy, carrier, meter, observer);
    meter.end(kernel::end);
    running = Optional.of(kernel);
    ended.ifPresent(kernel::end);
    try {
      World world = worlds.next();
      kernel.begin("MainThread", world.main(program, kernel));
      carrier.drain(kernel::isOver);
      worlds.over(world);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      kernel.end(new Reason.Stopped());
    }
    Reason reason = kernel.ending().orElse(new Reason.Stopped());
    Judge.Judgement judged = new Judge(names).judge(reason, kernel.firstUncaught());
    return new Executed(judged.verdict(), judged.detail(), printed.text(), kernel.choices());
  }

  /// What an execution has written, as far as it is kept.
  private static final class Printed implements Consumer<Entry> {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void accept(Entry entry) {
      if (entry instanceof Entry.Output(int _, Stream to, String more) && to == Stream.STDOUT) {
        text.append(more, 0, Math.min(more.length(), OUTPUT_CHARS_MAX - text.length()));
      }
    }

    String text() {
      return text.toString();
    }
  }
}
