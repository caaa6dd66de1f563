package braid.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/// Makes the cache of classes that workers start from: half a minute once, half the time of every
/// start afterwards. Workers run without it as well.
public final class CacheTraining {
  private static final long MINUTES_MAX = 10;
  private static final String NEW = "new.aot";

  private CacheTraining() {}

  /// Makes the cache unless there is one already, or cannot be one here. Returns whether it was
  /// made; [WorkerFailure] when it takes too long or is not whole, and then there is none.
  public static boolean run(Walls walls, WorkerHome home) throws IOException, InterruptedException {
    if (!home.canHaveCache() || home.hasCache()) {
      return false;
    }
    Path folder = home.cache().getParent();
    Files.createDirectories(folder);
    WorkerCommand command = WorkerCommand.standard(walls, home).training(Path.of(NEW));
    ProcessBuilder builder = new ProcessBuilder(command.words());
    builder.environment().clear();
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("training.log").toFile());
    Process process = builder.start();
    Path made = folder.resolve(NEW);
    if (!process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)) {
      process.destroyForcibly().waitFor();
      Files.deleteIfExists(made);
      throw new WorkerFailure(
          "the cache of classes was not made within %d minutes".formatted(MINUTES_MAX));
    }
    if (process.exitValue() != 0 || !Files.exists(made) || Files.size(made) == 0) {
      Files.deleteIfExists(made);
      throw new WorkerFailure(
          "the cache of classes was not made; see " + folder.resolve("training.log"));
    }
    Files.move(
        made, home.cache(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }
}
