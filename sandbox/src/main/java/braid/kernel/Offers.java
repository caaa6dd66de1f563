package braid.kernel;

import braid.kernel.schedule.Candidates;
import braid.trace.Entry;
import java.util.ArrayList;
import java.util.List;

/// Tells the trace what there was to choose from, where its reader is the one who chooses. Confined
/// to the carrier.
final class Offers {
  private final boolean isTold;
  private final Recorder recorder;

  Offers(boolean isTold, Recorder recorder) {
    this.isTold = isTold;
    this.recorder = recorder;
  }

  /// The choice of this number falls on the candidate at `picked`.
  void tell(int choice, Candidates candidates, int picked) {
    if (!isTold || candidates.size() < 2 || !recorder.isRecording()) {
      return;
    }
    List<Entry.Option> options = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      String place = candidates.touch(i).map(touch -> touch.place().name()).orElse("");
      options.add(new Entry.Option(candidates.task(i), candidates.action(i), place));
    }
    recorder.declare(new Entry.Choice(choice, candidates.task(picked), options));
  }
}
