package braid.kernel.schedule;

import braid.trace.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Tells the trace what there was to choose from, where its reader is the one who chooses. Confined
/// to the carrier.
public final class Offers {
  private final boolean isTold;
  private final Consumer<Entry> trace;

  public Offers(Strategy strategy, Consumer<Entry> trace) {
    this.isTold = strategy.isTold();
    this.trace = trace;
  }

  /// The choice of this number falls on the candidate at `picked`.
  public void tell(int choice, Candidates candidates, int picked) {
    if (!isTold || candidates.size() < 2) {
      return;
    }
    List<Entry.Option> options = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      String place = candidates.touch(i).map(touch -> touch.place().name()).orElse("");
      options.add(new Entry.Option(candidates.task(i), candidates.action(i), place));
    }
    trace.accept(new Entry.Choice(choice, candidates.task(picked), options));
  }
}
