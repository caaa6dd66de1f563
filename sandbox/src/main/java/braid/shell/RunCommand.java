package braid.shell;

import braid.program.Limits;
import braid.trace.lane.Lanes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./braid run`: each file once, in one worker, in the order given. The exit code is that of the
/// worst verdict.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs programs and prints what they print; the verdict goes to standard error.",
    footer = {
      "",
      "Exit code: 0 passed, 1 uncaught exception, 3 deadlock, 4 race, 5 limit reached,"
          + " 6 rejected, 2 wrong use, 70 Braid itself failed."
    })
final class RunCommand implements Callable<Integer> {
  @Mixin private SettingsOptions settings;

  @Option(names = "--json", description = "one JSON object per file on one line, nothing else")
  private boolean isJson;

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "write the trace there as JSON lines (a folder when several files are run)")
  private Optional<Path> trace = Optional.empty();

  @Option(names = "--lanes", description = "print the lanes as text")
  private boolean hasLanes;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "the longest a run may take in real time (default 20)")
  private long seconds = Limits.DEFAULT.wallMillis() / 1000;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Python programs; - is stdin")
  private List<Path> files;

  private final PrintStream out = Streams.stdout();
  private final PrintStream err = Streams.stderr();

  @Override
  public Integer call() throws IOException, InterruptedException {
    int worst = 0;
    Limits limits = Limits.DEFAULT.withWallMillis(Math.multiplyExact(seconds, 1000L));
    try (LocalPool pool = LocalPool.forRuns(limits)) {
      for (Path file : files) {
        worst = Math.max(worst, run(pool, file));
      }
    }
    return worst;
  }

  private int run(LocalPool pool, Path file) throws InterruptedException {
    Report report =
        pool.run(file, settings::settings, isJson ? Optional.empty() : Optional.of(this::echo));
    trace.ifPresent(target -> report.writeTrace(traceFile(target, file)));
    if (isJson) {
      out.println(report.json());
    } else {
      if (hasLanes) {
        out.print(Lanes.of(report.entries()));
      }
      out.flush();
      err.println(report.verdictLine(files.size() > 1));
      err.print(report.waitPicture());
    }
    out.flush();
    err.flush();
    return report.exitCode();
  }

  private void echo(braid.trace.Stream stream, String text) {
    PrintStream to = stream == braid.trace.Stream.STDOUT ? out : err;
    to.print(text);
    to.flush();
  }

  private Path traceFile(Path target, Path file) {
    return files.size() > 1 ? target.resolve(file.getFileName() + ".jsonl") : target;
  }
}
