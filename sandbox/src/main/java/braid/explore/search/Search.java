package braid.explore.search;

/// A way to go through the executions of a program. Confined to the thread that explores.
public interface Search {

  /// Whether there is another execution to make.
  boolean hasNext();

  /// The next execution.
  Course next();

  /// The execution is over. Whether it is one of those to be counted: complete, and not a
  /// repetition of another.
  boolean isNew(Course course);

  /// About how many executions there are, after `explored` of them; -1 unknown.
  default long estimate(int explored) {
    return -1;
  }

  /// Whether no execution had to be given up so far.
  default boolean isExhaustive() {
    return true;
  }
}
