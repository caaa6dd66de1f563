package braid.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import braid.kernel.carrier.PlatformCarrier;
import braid.kernel.schedule.Rules;
import braid.kernel.schedule.Strategy;
import braid.trace.Action;
import braid.trace.Reason;
import braid.trace.Stream;
import braid.trace.lane.Lanes;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds under every strategy, whatever the program.
class StrategyLawsTest {
  private static final int SCRIPTS = 60;

  /// A way to run a program. `strategy` makes a fresh one each time.
  record Way(String name, Rules rules, Supplier<Strategy> strategy) {
    Performance perform(Script script) {
      return Performance.of(rules, strategy.get(), script.main());
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Way> ways() {
    return List.of(
        new Way("machine", TestRules.simulating(0, 4, true), Strategy::simulate),
        new Way("disturbed machine", TestRules.simulating(7, 4, true), Strategy::simulate),
        new Way("one core", TestRules.simulating(3, 1, true), Strategy::simulate),
        new Way("no GIL", TestRules.simulating(3, 4, false), Strategy::simulate),
        new Way("round robin", TestRules.exploring(), Strategy::roundRobin),
        new Way("random", TestRules.exploring(), () -> Strategy.random(11)),
        new Way("random machine", TestRules.simulating(5, 2, true), () -> Strategy.random(5)));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_trace_keeps_its_promises(Way way) {
    for (long seed = 0; seed < SCRIPTS; seed++) {
      Script script = RandomScripts.of(seed, 4, 6);
      TraceLaws.check(way.perform(script), script);
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void who_has_slept_says_that_it_runs_again(Way way) {
    List<Action> sleeper =
        List.of(
            new Action.Sleep(1_000),
            new Action.Print(Stream.STDOUT, "x"),
            new Action.Sleep(5_000),
            new Action.Sleep(1_000),
            new Action.Raise(4),
            new Action.Sleep(1));
    List<Action> main =
        List.of(
            new Action.Start(1),
            new Action.Sleep(2_000),
            new Action.Start(2),
            new Action.Sleep(7_000),
            new Action.Join(1),
            new Action.Join(2));
    Script script = new Script(RandomScripts.OBJECTS, List.of(main, sleeper, sleeper));
    TraceLaws.check(way.perform(script), script);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void an_order_that_is_shown_is_possible_and_a_deadlock_is_one(Way way) {
    for (long seed = 0; seed < SCRIPTS; seed++) {
      Script script = RandomScripts.of(seed, 2, 2);
      Performance shown = way.perform(script);
      boolean isStuck = shown.reason() instanceof Reason.Deadlock;
      assertTrue(
          Rehearsal.allOf(script).contains(new Rehearsal.Ending(shown.order(), isStuck)),
          () -> script.tasks() + "\n" + Lanes.of(shown.entries()));
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void the_same_program_and_seed_give_the_same_bytes(Way way) {
    for (long seed = 0; seed < SCRIPTS; seed++) {
      Script script = RandomScripts.of(seed, 4, 6);
      assertEquals(way.perform(script).lines(), way.perform(script).lines());
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void the_schedule_of_a_run_replays_it_to_the_byte(Way way) {
    for (long seed = 0; seed < SCRIPTS; seed++) {
      Script script = RandomScripts.of(seed, 4, 6);
      Performance first = way.perform(script);
      Performance again = Performance.of(way.rules(), first.replay(), script.main());
      assertEquals(first.lines(), again.lines());
      assertEquals(first.reason(), again.reason());
      assertEquals(first.endNanos(), again.endNanos());
    }
  }

  @Test
  void platform_threads_carry_the_same_schedule_as_virtual_ones() {
    for (long seed = 0; seed < 20; seed++) {
      Script script = RandomScripts.of(seed, 3, 4);
      Rules rules = TestRules.simulating(seed, 4, true);
      assertEquals(
          Performance.of(rules, Strategy.simulate(), script.main()).lines(),
          Performance.of(rules, Strategy.simulate(), new PlatformCarrier(), script.main()).lines());
    }
  }

  @Test
  void other_seeds_give_other_orders() {
    Script script = new Script(RandomScripts.OBJECTS, twoThatLockThreeTimes());
    Set<List<Performance.Did>> random = new HashSet<>();
    Set<List<Performance.Did>> disturbed = new HashSet<>();
    for (long seed = 1; seed <= 40; seed++) {
      Rules machine = TestRules.simulating(seed, 4, true);
      random.add(
          Performance.of(TestRules.exploring(), Strategy.random(seed), script.main()).order());
      disturbed.add(Performance.of(machine, Strategy.simulate(), script.main()).order());
    }
    assertTrue(random.size() > 35, "random: " + random.size());
    assertTrue(disturbed.size() > 20, "disturbed machine: " + disturbed.size());
  }

  private static List<List<Action>> twoThatLockThreeTimes() {
    List<Action> lock = List.of(new Action.Acquire(0), new Action.Release(0, 1));
    List<Action> body = Collections.nCopies(3, lock).stream().flatMap(List::stream).toList();
    return Script.ofEqual(RandomScripts.OBJECTS, body, 2).tasks();
  }
}
