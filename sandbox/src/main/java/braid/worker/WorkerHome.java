package braid.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a worker's parts lie on the host: `folder` is the build's output (`sandbox/target`) with
/// `worker/lib`, `worker/compiler` and the program itself as jar or classes; `jdk` is a JDK 25 or
/// later. Immutable.
public record WorkerHome(Path folder, Path jdk) {

  public WorkerHome {
    folder = folder.toAbsolutePath().normalize();
    jdk = jdk.toAbsolutePath().normalize();
    if (!Files.isExecutable(jdk.resolve("bin/java"))) {
      throw new WorkerFailure("there is no JDK at " + jdk + "; name one with JAVA_HOME");
    }
    if (!Files.isDirectory(folder.resolve("worker/lib"))) {
      throw new WorkerFailure(
          "there is no worker in " + folder + "; build it, or name it with braid.worker.home");
    }
  }

  /// The libraries and the compiler.
  Path worker() {
    return folder.resolve("worker");
  }

  /// The jar with the program, or its classes where these are newer.
  Path program() {
    Path classes = folder.resolve("classes");
    Optional<FileTime> compiled = newest(classes, ".class");
    Optional<Path> jar = jar();
    if (jar.isPresent() && compiled.isPresent()) {
      boolean isStale = modified(jar.get()).compareTo(compiled.get()) < 0;
      return isStale ? classes : jar.get();
    }
    return jar.or(() -> compiled.map(_ -> classes))
        .orElseThrow(() -> new WorkerFailure("neither classes nor a jar are in " + folder));
  }

  private Optional<Path> jar() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(it -> it.getFileName().toString().matches("sandbox-[0-9.]+\\.jar"))
          .sorted()
          .findFirst();
    } catch (IOException e) {
      throw new WorkerFailure("the worker home " + folder + " cannot be read", e);
    }
  }

  private static Optional<FileTime> newest(Path folder, String suffix) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(it -> it.toString().endsWith(suffix))
          .map(WorkerHome::modified)
          .max(FileTime::compareTo);
    } catch (IOException e) {
      throw new WorkerFailure("the worker home " + folder + " cannot be read", e);
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new WorkerFailure("the worker's file " + file + " cannot be read", e);
    }
  }
}
