package braid.shell;

import braid.worker.CacheTraining;
import braid.worker.Walls;
import braid.worker.WorkerHome;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `./braid` calls this after a build: makes what lets workers start quickly.
@Command(name = "prepare", hidden = true, description = "Makes the cache workers start from.")
final class PrepareCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    WorkerHome home =
        new WorkerHome(
            Path.of(System.getProperty("braid.worker.home")),
            Path.of(System.getProperty("java.home")));
    boolean hasWalls = !"none".equals(System.getProperty("braid.isolation"));
    CacheTraining.run(hasWalls ? Walls.strongest(home) : Walls.none(), home);
    return 0;
  }
}
