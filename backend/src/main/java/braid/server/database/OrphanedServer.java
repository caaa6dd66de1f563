package braid.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A database server whose service was killed and which still has the data. It is known by its pid
/// file, and believed only when that process is a postgres on this very folder. Immutable.
final class OrphanedServer {
  private static final long STOP_SECONDS_MAX = 20;

  private final ProcessHandle server;

  private OrphanedServer(ProcessHandle server) {
    this.server = server;
  }

  /// The server left on a folder, if one runs; removes a pid file that no server stands behind.
  static Optional<OrphanedServer> on(Path databaseFolder) throws IOException {
    Path pidFile = databaseFolder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    Optional<ProcessHandle> server =
        pidOf(pidFile)
            .flatMap(ProcessHandle::of)
            .filter(ProcessHandle::isAlive)
            .filter(process -> isPostgresOn(process, databaseFolder));
    if (server.isEmpty()) {
      Files.deleteIfExists(pidFile);
    }
    return server.map(OrphanedServer::new);
  }

  /// Ends it as an operator would: connections are closed, what is committed stays.
  void stop() throws IOException, InterruptedException {
    // SIGINT is the server's fast shutdown; Java itself can only send SIGTERM and SIGKILL.
    new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).inheritIO().start().waitFor();
    try {
      server.onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      throw new DatabaseFailure(
          "the database server left by an earlier service (process "
              + server.pid()
              + ") does not end; end it by hand",
          e);
    }
  }

  private static Optional<Long> pidOf(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    return lines.isEmpty() || !lines.getFirst().strip().matches("[1-9][0-9]{0,9}")
        ? Optional.empty()
        : Optional.of(Long.valueOf(lines.getFirst().strip()));
  }

  private static boolean isPostgresOn(ProcessHandle process, Path databaseFolder) {
    ProcessHandle.Info info = process.info();
    boolean isPostgres = info.command().filter(it -> it.endsWith("/postgres")).isPresent();
    return isPostgres
        && info.arguments()
            .filter(arguments -> List.of(arguments).contains(databaseFolder.toString()))
            .isPresent();
  }
}
