package braid.shell;

import braid.program.AsyncioOrder;
import braid.program.Atomicity;
import braid.program.Exploring;
import braid.program.Limits;
import braid.program.Settings;
import braid.program.StrategyName;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./braid explore`: each file executed again and again, until every execution that differs was
/// seen or the budget is used up. The exit code is that of the worst verdict.
@Command(
    name = "explore",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Looks for the schedule that breaks a program, or shows that there is none.",
    footer = {
      "",
      "Exit code: 0 passed, 1 uncaught exception, 3 deadlock, 4 race, 5 limit reached,"
          + " 6 rejected, 2 wrong use, 70 Braid itself failed."
    })
final class ExploreCommand implements Callable<Integer> {
  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "the most executions (default 100000)")
  private int budget = Exploring.DEFAULT.budget();

  @Option(
      names = "--bound",
      paramLabel = "P",
      description = "only executions with at most so many preemptions (default: any number)")
  private int bound = Exploring.DEFAULT.bound();

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "the longest it may take in real time (default 20)")
  private int seconds = Exploring.DEFAULT.seconds();

  @Option(
      names = "--strategy",
      paramLabel = "NAME",
      converter = SettingsOptions.StrategyWord.class,
      description = "dpor (default, all that differ), dfs, pct, pos, surw or random")
  private StrategyName strategy = StrategyName.DPOR;

  @Option(
      names = "--asyncio",
      paramLabel = "ORDER",
      converter = SettingsOptions.AsyncioWord.class,
      description =
          "what event loops let go on next: strict (default), first in, first out; or portable,"
              + " whatever is ready")
  private AsyncioOrder asyncio = AsyncioOrder.STRICT;

  @Option(
      names = "--atomicity",
      paramLabel = "NAME",
      converter = SettingsOptions.AtomicityWord.class,
      description = "language (default), gil or free-threaded")
  private Atomicity atomicity = Atomicity.LANGUAGE;

  @Option(names = "--seed", paramLabel = "N", description = "decides every chance (default 0)")
  private long seed;

  @Option(names = "--json", description = "one JSON object per file on one line, nothing else")
  private boolean isJson;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Python programs; - is stdin")
  private List<Path> files;

  private final PrintStream out = Streams.stdout();

  @Override
  public Integer call() throws Exception {
    int worst = 0;
    try (LocalPool pool = LocalPool.forExplorations(Limits.DEFAULT)) {
      for (Path file : files) {
        worst = Math.max(worst, explore(pool, file));
      }
    }
    return worst;
  }

  private int explore(LocalPool pool, Path file) throws InterruptedException {
    Report report = pool.run(file, this::settings, Optional.empty());
    ExploredReport explored = new ExploredReport(report);
    out.println(isJson ? explored.json() : explored.text());
    out.flush();
    return report.exitCode();
  }

  private Settings settings() {
    return Settings.exploring(strategy, seed, atomicity, new Exploring(budget, bound, seconds))
        .with(asyncio);
  }
}
