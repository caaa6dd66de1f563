package braid.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a worker's parts lie on the host: `folder` is the build's output (`sandbox/target`) with
/// `worker/lib`, `worker/compiler` and the program itself as jar or classes; `jdk` is a JDK 25 or
/// later. Where the build could link a JDK of the worker's own (`worker/jdk`), that one is used.
/// Immutable.
public record WorkerHome(Path folder, Path jdk) {
  private static final String LINKED_JDK = "worker/jdk";
  private static final String CACHE = "worker/aot/worker.aot";

  public WorkerHome {
    folder = folder.toAbsolutePath().normalize();
    Path linked = folder.resolve(LINKED_JDK);
    jdk =
        Files.isExecutable(linked.resolve("bin/java")) ? linked : jdk.toAbsolutePath().normalize();
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

  /// Whether the JDK was linked for workers: it has no module of the compiler's name, so that the
  /// compiler can be an ordinary module, and a cache of classes is possible.
  boolean hasLinkedJdk() {
    return jdk.equals(folder.resolve(LINKED_JDK));
  }

  /// Where the cache of loaded and linked classes is, or belongs (JEP 514, 515).
  Path cache() {
    return folder.resolve(CACHE);
  }

  /// Whether workers can have a cache: the JVM takes one only for a linked JDK and a jar.
  boolean canHaveCache() {
    return hasLinkedJdk() && Files.isRegularFile(program());
  }

  /// Whether there is a cache made from this very program.
  boolean hasCache() {
    return canHaveCache()
        && Files.exists(cache())
        && modified(cache()).compareTo(modified(program())) > 0
        && modified(cache()).compareTo(modified(folder.resolve("worker/stamp"))) > 0;
  }

  /// The jar with the program, or its classes where these are newer.
  Path program() {
    Path classes = folder.resolve("classes");
    Optional<FileTime> compiled = newest(classes);
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

  private static Optional<FileTime> newest(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(WorkerHome::modified).max(FileTime::compareTo);
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
