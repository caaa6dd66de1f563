package braid.kernel.memory;

import java.util.List;

/// Shared memory, told access by access. A guest asks for the owner once when a thing is made, for
/// the place of each variable, and says before each access that it is about to happen.
///
/// Which accesses are steps of the trace depends on the execution alone: a place becomes a variable
/// of the trace when a second task touches it, and from then on each access is a step. Confined to
/// the task that has control; every access throws [braid.kernel.carrier.RunEnded] once the run is
/// over.
public interface Memory {

  /// What was there before everything: the globals of the program's module, as the process so
  /// numbered has them (0: the program's own).
  Owner globals(int process);

  /// A thing that the present task makes. `name` and a part's name together read well:
  /// "account" and ".balance", "self.forks" and "[2]", "" and "counter".
  Owner own(String name);

  /// A variable; the same one for the same owner and part.
  Place place(Owner owner, String part);

  /// The present task is about to touch `place` at `line`; returns when it may. True: the guest
  /// tells the value next, with [#value]. What may be an insert is told as one, and with
  /// [#inserted] where it still is when it happens.
  boolean access(Place place, Access access, int line);

  /// As [#access], for all parts of `owner` at once.
  boolean accessAll(Owner owner, Access access, int line);

  /// As [#access], of several things as wholes at once: nobody comes between. True: the guest tells
  /// the value of each next, with [#value(int, String)].
  boolean accessTogether(List<Touch> touches, int line);

  /// The insert just made by the present task, which nobody came before, has given `owner` a part
  /// that it had not.
  void inserted(Owner owner, int line);

  /// The present task has gone on touching all of `owner` until now, in code of its own.
  void stillAccessed(Owner owner, Access access, int line);

  /// The value read or written, as shown: completes the step of the access just made.
  void value(String label);

  /// As [#value], of the access so numbered (from 0) of those made together.
  void value(int number, String label);

  /// The present task is at `line`, where its language lets others go first (a call or a backward
  /// jump under CPython's GIL).
  void point(int line);

  /// The present task begins a loop that only looks, until it finds what it waits for.
  void beginWatching();

  /// A round of that loop has found nothing new: it need not look again until somebody writes what
  /// it has read since the last round.
  void foundNothing();

  /// The present task takes one more turn of a loop that has an end: what looks the same is not.
  void turned();

  /// The present thread, which may have done other things, has looked so often in a row for what it
  /// does not find; with `isTimed`, what its own event loop does when it is time.
  void lookedInVain(int times, boolean isTimed);

  /// From now on accesses are no points of their own, only [#point] is; they belong to what the
  /// task does between two points.
  void joinAccesses();
}
