package braid.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import braid.corpus.RandomListing.World;
import braid.program.AsyncioOrder;
import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Settings;
import braid.program.StrategyName;
import braid.trace.Entry;
import braid.trace.VerdictType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random programs over the standard library: what any schedule comes to is among the outcomes of a
/// complete exploration.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MissedOutcomeTest {
  /// Programs with more executions would take too long.
  private static final int EXECUTIONS_MAX = Integer.getInteger("braid.missed.budget", 1_000);

  private static final int SCHEDULES = 200;
  private static final int SECONDS = 15;
  private static final int STATEMENTS = 3;
  private static final int FIRST = Integer.getInteger("braid.missed.first", 0);
  private static final int EACH = Integer.getInteger("braid.missed.programs", 2);

  /// Those of which outcomes were missed once.
  private static final List<Case> FOUND =
      List.of(
          new Case(World.THREADS, AsyncioOrder.STRICT, 14),
          new Case(World.THREADS, AsyncioOrder.STRICT, 16),
          new Case(World.LOOP, AsyncioOrder.PORTABLE, 4),
          new Case(World.LOOP, AsyncioOrder.PORTABLE, 9),
          new Case(World.LOOP, AsyncioOrder.PORTABLE, 18));

  @RegisterExtension private final ExploringWorker worker = new ExploringWorker();

  record Case(World world, AsyncioOrder order, long seed) {}

  static Stream<Case> programs() {
    Stream<Case> more =
        IntStream.range(FIRST, FIRST + EACH)
            .boxed()
            .flatMap(
                seed ->
                    Stream.of(
                        new Case(World.THREADS, AsyncioOrder.STRICT, seed),
                        new Case(World.PROCESSES, AsyncioOrder.STRICT, seed),
                        new Case(World.LOOP, AsyncioOrder.STRICT, seed),
                        new Case(World.LOOP, AsyncioOrder.PORTABLE, seed)));
    return Stream.concat(FOUND.stream(), more);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void what_any_schedule_comes_to_is_among_the_outcomes_of_all(Case random) throws Exception {
    String source = RandomListing.of(random.world, random.seed, STATEMENTS);
    Entry.Explored all = explored(source, StrategyName.DPOR, random.order, EXECUTIONS_MAX);
    assumeTrue(all.complete(), () -> all.explored() + " executions and more");
    Set<String> missed = outcomes(explored(source, StrategyName.RANDOM, random.order, SCHEDULES));
    missed.removeAll(outcomes(all));
    assertEquals(Set.of(), missed, source);
  }

  private Entry.Explored explored(
      String source, StrategyName strategy, AsyncioOrder order, int budget) throws Exception {
    Settings settings =
        Settings.exploring(strategy, 1, Atomicity.LANGUAGE, new Exploring(budget, -1, SECONDS));
    return worker.run(source, settings.with(order)).explored().orElseThrow();
  }

  /// What is printed where nobody fails; of failures, that there are some: nobody goes through what
  /// others do after the first.
  private static Set<String> outcomes(Entry.Explored explored) {
    return explored.outcomes().stream()
        .map(it -> it.verdict() == VerdictType.PASSED ? it.output() : it.verdict().name())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
