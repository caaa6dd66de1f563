package braid.shell;

import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `./braid`: the commands that need a worker. (The script itself does `serve` and `test`.)
@Command(
    name = "braid",
    mixinStandardHelpOptions = true,
    version = "Braid 1.0.0",
    description = "Runs small concurrent programs under a scheduler you control.",
    subcommands = {
      RunCommand.class,
      ExploreCommand.class,
      BenchCommand.class,
      PrepareCommand.class
    })
public final class Braid {
  /// The exit code when Braid itself fails (EX_SOFTWARE of sysexits.h).
  private static final int FAILED = 70;

  private Braid() {}

  public static void main(String[] arguments) {
    // What workers complain about belongs in a service's log, not between a program's lines.
    if (System.getenv("BRAID_DEBUG") == null) {
      LogManager.getLogManager().reset();
    }
    CommandLine line = new CommandLine(new Braid());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println("braid: " + sentence(e));
          return FAILED;
        });
    System.exit(line.execute(arguments));
  }

  private static String sentence(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
