package braid.kernel.sample;

/// How long executions of the program are, as far as earlier ones have shown. Tasks have numbers
/// that are the same in every execution. Confined to whoever executes.
public interface Lengths {
  /// Of a program that is executed once: ids are numbers, and nothing is known but a guess.
  Lengths UNKNOWN =
      new Lengths() {
        @Override
        public int number(int task) {
          return task;
        }

        @Override
        public int pointsExpected() {
          return GUESSED_STEPS;
        }

        @Override
        public int stepsOf(int number) {
          return GUESSED_STEPS;
        }
      };

  /// What a small program is taken to have.
  int GUESSED_STEPS = 64;

  /// The number of the task `id` of the present execution.
  int number(int task);

  /// The points of an execution; at least 1.
  int pointsExpected();

  /// The steps of one task that others can notice; at least 1.
  int stepsOf(int number);
}
