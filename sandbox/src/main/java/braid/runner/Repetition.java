package braid.runner;

import braid.detect.Judge;
import braid.detect.LockOrder;
import braid.explore.Executed;
import braid.explore.Executions;
import braid.explore.Findings;
import braid.explore.RaceCalls;
import braid.guest.World;
import braid.kernel.Kernel;
import braid.kernel.carrier.Carrier;
import braid.kernel.schedule.Observer;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.ScheduleToken;
import braid.kernel.schedule.Strategy;
import braid.program.Program;
import braid.trace.Action;
import braid.trace.Entry;
import braid.trace.ObjectState;
import braid.trace.Reason;
import braid.trace.Stream;
import braid.trace.VerdictType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One program executed again and again, on the thread that asks. Confined to that
/// thread, except [#end].
final class Repetition implements Executions {
  /// An output is shown and compared up to so many characters.
  private static final int OUTPUT_CHARS_MAX = 4_000;

  /// So many outcomes are told: each costs an execution.
  private static final int OUTCOMES_MAX = 20;

  /// Executions that are made again for the races they have shown.
  private static final int RACING_MAX = 20;

  private final Program program;
  private final Worlds worlds;
  private final Carrier carrier;
  private volatile Optional<Reason> ended = Optional.empty();
  private volatile Optional<Kernel> running = Optional.empty();
  private Optional<World> present = Optional.empty();

  Repetition(Program program, Worlds worlds, Carrier carrier) {
    this.program = program;
    this.worlds = worlds;
    this.carrier = carrier.reusing();
  }

  /// Lets its threads end. No execution follows.
  void close() {
    try {
      carrier.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the execution that goes on and all that follow. Thread-safe.
  void end(Reason reason) {
    ended = Optional.of(reason);
    worlds.stop();
    running.ifPresent(kernel -> kernel.end(reason));
  }

  /// Ends the execution that goes on, and no other. Thread-safe.
  void cut() {
    running.ifPresent(kernel -> kernel.end(new Reason.Stopped()));
  }

  @Override
  public boolean areCostly() {
    return worlds.areFresh();
  }

  @Override
  public Executed execute(Strategy strategy, Observer observer) {
    return execute(
        Schedules.unrecorded(program, program.settings()), strategy, observer, new Telling());
  }

  /// What was found, told with the program's own names: while exploring, nobody asks for these.
  ///
  /// @param failure the sentence about the failure shown; empty for none
  /// @param details the sentence about each outcome, in the order of the findings
  /// @param warnings locks taken in different orders, besides those of which a deadlock was found
  /// @param calls those in which the accesses of races are made
  record Retold(
      Optional<String> failure,
      List<String> details,
      List<Entry.Inversion> warnings,
      Map<Findings.Race, RaceCalls> calls) {
    static final Retold NOTHING = new Retold(Optional.empty(), List.of(), List.of(), Map.of());

    Retold {
      details = List.copyOf(details);
      warnings = List.copyOf(warnings);
    }
  }

  /// Makes the executions that stand for the findings once more.
  Retold retell(Findings found) {
    // Who waits busily without end would do so again.
    boolean isEndless = found.verdict() == VerdictType.LIMIT;
    // The failure shown is often the first execution of its outcome.
    Map<ScheduleToken.Recorded, Optional<Told>> retold = new LinkedHashMap<>();
    Optional<Told> failure =
        isEndless
            ? Optional.empty()
            : found.failing().flatMap(it -> retold.computeIfAbsent(it, this::retell));
    List<Told> all = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (Findings.Outcome outcome : found.outcomes()) {
      boolean isTold = all.size() < OUTCOMES_MAX && outcome.verdict() != VerdictType.LIMIT;
      Optional<Told> told =
          isTold ? retold.computeIfAbsent(outcome.choices(), this::retell) : Optional.empty();
      details.add(told.map(Told::detail).orElse(outcome.detail()));
      told.ifPresent(all::add);
    }
    failure.ifPresent(all::add);
    return new Retold(failure.map(Told::detail), details, warnings(all), calls(found.races()));
  }

  private Map<Findings.Race, RaceCalls> calls(List<Findings.Race> races) {
    Map<ScheduleToken.Recorded, List<Findings.Race>> shown = new LinkedHashMap<>();
    for (Findings.Race race : races) {
      shown.computeIfAbsent(race.choices(), _ -> new ArrayList<>()).add(race);
    }
    Map<Findings.Race, RaceCalls> calls = new LinkedHashMap<>();
    shown.entrySet().stream()
        .limit(RACING_MAX)
        .takeWhile(_ -> ended.isEmpty())
        .forEach(
            racing -> {
              RaceCalls asked = ask(racing.getKey(), racing.getValue());
              RaceCalls known = asked.isLacking() ? ask(racing.getKey(), racing.getValue()) : asked;
              racing.getValue().forEach(race -> calls.put(race, known));
            });
    return calls;
  }

  private RaceCalls ask(ScheduleToken.Recorded choices, List<Findings.Race> races) {
    RaceCalls asking = new RaceCalls(races, () -> present.map(World::calls).orElseGet(List::of));
    execute(asking.upTo(choices.strategy()), asking);
    return asking;
  }

  private static List<Entry.Inversion> warnings(List<Told> all) {
    Set<Set<String>> confirmed = new LinkedHashSet<>();
    all.forEach(told -> confirmed.add(told.circle()));
    Map<Set<String>, Entry.Inversion> warnings = new LinkedHashMap<>();
    for (Told told : all) {
      for (Entry.Inversion inversion : told.inversions()) {
        Set<String> locks = new LinkedHashSet<>();
        inversion.circle().forEach(taking -> locks.add(taking.taken()));
        if (!confirmed.contains(locks)) {
          warnings.putIfAbsent(locks, inversion);
        }
      }
    }
    return List.copyOf(warnings.values());
  }

  /// Executes it once more as these choices say, with names and all, for the sentence about it;
  /// empty when all has been ended.
  private Optional<Told> retell(ScheduleToken.Recorded choices) {
    Telling telling = new Telling();
    LockOrder order = new LockOrder(telling.judge.names());
    telling.follow(order::note);
    Executed again =
        execute(
            Schedules.retold(program, program.settings()),
            choices.strategy(),
            new Observer() {
              @Override
              public void trying(int task, Action.OnObject action, ObjectState before) {
                order.tries(task);
              }
            },
            telling);
    return ended.isPresent()
        ? Optional.empty()
        : Optional.of(new Told(again.detail(), circle(telling), order.inversions()));
  }

  /// What an execution says when it is told with names.
  ///
  /// @param circle the names of the locks with which it ended in a circle; empty otherwise
  private record Told(String detail, Set<String> circle, List<Entry.Inversion> inversions) {}

  private static Set<String> circle(Telling telling) {
    Set<String> locks = new LinkedHashSet<>();
    if (telling.reason instanceof Reason.Deadlock deadlock && deadlock.isCycle()) {
      deadlock.waiting().forEach(wait -> locks.add(telling.judge.names().object(wait.object())));
    }
    return locks;
  }

  private Executed execute(Rules rules, Strategy strategy, Observer observer, Telling telling) {
    OutputMeter meter = new OutputMeter(program.limits().outputBytes(), telling);
    Kernel kernel = new Kernel(rules, strategy, carrier, meter, observer);
    meter.end(kernel::end);
    running = Optional.of(kernel);
    ended.ifPresent(kernel::end);
    try {
      World world = worlds.next();
      present = Optional.of(world);
      kernel.begin("MainThread", world.main(program, kernel));
      carrier.drain(kernel::isOver);
      worlds.over(world);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      kernel.end(new Reason.Stopped());
    }
    Reason reason = kernel.ending().orElse(new Reason.Stopped());
    Judge.Judgement judged = telling.judge.judge(reason, kernel.firstUncaught());
    telling.reason = judged.reason();
    return new Executed(judged.verdict(), judged.detail(), telling.text(), kernel.choices());
  }

  /// What an execution tells: what it has written, as far as it is kept, and why it ended.
  private static final class Telling implements Consumer<Entry> {
    private final StringBuilder text = new StringBuilder();
    private final Judge judge = new Judge();
    private Consumer<Entry> follower = _ -> {};
    private Reason reason = new Reason.Stopped();

    void follow(Consumer<Entry> by) {
      follower = by;
    }

    @Override
    public void accept(Entry entry) {
      judge.note(entry);
      follower.accept(entry);
      if (entry instanceof Entry.Output(int _, Stream to, String more) && to == Stream.STDOUT) {
        text.append(more, 0, Math.min(more.length(), OUTPUT_CHARS_MAX - text.length()));
      }
    }

    String text() {
      return text.toString();
    }
  }
}
