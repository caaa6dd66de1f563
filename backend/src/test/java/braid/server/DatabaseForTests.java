package braid.server;

import braid.server.database.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A PostgreSQL of the kind `./braid serve` has, on a folder that goes with the tests.
public final class DatabaseForTests implements QuarkusTestResourceLifecycleManager {
  private Optional<Path> folder = Optional.empty();
  private Optional<EmbeddedDatabase> database = Optional.empty();

  @Override
  public Map<String, String> start() {
    try {
      folder = Optional.of(Files.createTempDirectory("braid-test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    database = Optional.of(EmbeddedDatabase.start(folder.get()));
    return database.get().datasource();
  }

  @Override
  public void stop() {
    try {
      if (database.isPresent()) {
        database.get().close();
      }
      if (folder.isPresent()) {
        delete(folder.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
