package braid.runner;

import braid.program.Program;
import braid.trace.Reason;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which programs can be executed again and again in one world: those of threads and event loops.
/// The standard library's state of processes is not put back, and a wrong verdict would be worse
/// than none. Stateless.
final class Explorable {
  private static final Pattern NOT_YET =
      Pattern.compile(
          "^[ \\t]*(?:import|from)[ \\t]+(multiprocessing|subprocess)\\b"
              + "|\\b(ProcessPoolExecutor|create_subprocess_exec|create_subprocess_shell)\\b",
          Pattern.MULTILINE);

  private Explorable() {}

  /// Why this program cannot be explored; empty when it can.
  static Optional<Reason.Refused> refusal(Program program) {
    Matcher found = NOT_YET.matcher(program.source());
    if (!found.find()) {
      return Optional.empty();
    }
    int line = (int) program.source().substring(0, found.start()).lines().count() + 1;
    String name = found.group(1) == null ? found.group(2) : found.group(1);
    return Optional.of(
        new Reason.Refused(
            line,
            "programs with "
                + name
                + " cannot be explored yet, only run; threads and asyncio can."));
  }
}
