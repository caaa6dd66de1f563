package braid.runner;

import braid.explore.Findings;
import braid.trace.Entry;
import braid.trace.VerdictType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was found, told with the program's own names: while exploring, nobody asks for these.
/// Immutable.
///
/// @param failure the sentence about the failure shown; empty for none
/// @param details the sentence about each outcome, in the order of the findings, as far as they go
/// @param warnings locks taken in different orders, besides those of which a deadlock was found
record Retold(Optional<String> failure, List<String> details, List<Entry.Inversion> warnings) {
  static final Retold NOTHING = new Retold(Optional.empty(), List.of(), List.of());

  /// So many outcomes are told: each costs an execution.
  private static final int OUTCOMES_MAX = 20;

  Retold {
    details = List.copyOf(details);
    warnings = List.copyOf(warnings);
  }

  /// Makes the executions that stand for the findings once more.
  static Retold of(Findings found, Repetition program) {
    // Who waits busily without end would do so again.
    boolean isEndless = found.verdict() == VerdictType.LIMIT;
    Optional<Repetition.Told> failure =
        isEndless ? Optional.empty() : found.failing().flatMap(program::retell);
    List<Repetition.Told> all = new ArrayList<>();
    List<String> details = new ArrayList<>();
    for (Findings.Outcome outcome : found.outcomes()) {
      boolean isTold = all.size() < OUTCOMES_MAX && outcome.verdict() != VerdictType.LIMIT;
      Optional<Repetition.Told> told =
          isTold ? program.retell(outcome.choices()) : Optional.empty();
      details.add(told.map(Repetition.Told::detail).orElse(outcome.detail()));
      told.ifPresent(all::add);
    }
    failure.ifPresent(all::add);
    return new Retold(failure.map(Repetition.Told::detail), details, warnings(all));
  }

  private static List<Entry.Inversion> warnings(List<Repetition.Told> all) {
    Set<Set<String>> confirmed = new LinkedHashSet<>();
    all.forEach(told -> confirmed.add(told.circle()));
    Map<Set<String>, Entry.Inversion> warnings = new LinkedHashMap<>();
    for (Repetition.Told told : all) {
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
}
