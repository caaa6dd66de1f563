package braid.server.database;

import io.quarkus.runtime.Application;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// A PostgreSQL of our own on a data folder that outlives the service. Thread-safe.
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private final DataFolder folder;
  private final EmbeddedPostgres server;
  private final String password;

  private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server, String password) {
    this.folder = folder;
    this.server = server;
    this.password = password;
  }

  /// Starts one on `braid.data` (`BRAID_DATA`, else `~/.braid`) and points the datasource at it,
  /// unless a datasource is configured by property or environment.
  public static void startUnlessConfigured() {
    boolean isConfigured =
        System.getenv("QUARKUS_DATASOURCE_JDBC_URL") != null
            || System.getProperty("quarkus.datasource.jdbc.url") != null;
    if (!isConfigured) {
      EmbeddedDatabase database = start(dataFolder());
      database.datasource().forEach(System::setProperty);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(database::closeAfterService, "braid-database"));
    }
  }

  /// Starts one on this folder; [DatabaseFailure] when that cannot be.
  public static EmbeddedDatabase start(Path data) {
    DataFolder folder = DataFolder.take(data.toAbsolutePath().normalize());
    try {
      Optional<OrphanedServer> orphan = OrphanedServer.on(folder.databaseFolder());
      if (orphan.isPresent()) {
        orphan.get().stop();
      }
      String password = folder.password();
      return new EmbeddedDatabase(folder, server(folder, password), password);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw new DatabaseFailure("the embedded database on " + data + " does not start", e);
    } catch (InterruptedException e) {
      folder.close();
      Thread.currentThread().interrupt();
      throw new DatabaseFailure("interrupted while the embedded database started", e);
    }
  }

  /// The configuration that lets the service's datasource reach it.
  public Map<String, String> datasource() {
    return Map.of(
        "quarkus.datasource.jdbc.url",
        "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
        "quarkus.datasource.username",
        "postgres",
        "quarkus.datasource.password",
        password);
  }

  @Override
  public void close() throws IOException {
    server.close();
    folder.close();
  }

  /// The service's last writes come first.
  private void closeAfterService() {
    Application service = Application.currentApplication();
    if (service != null) {
      service.awaitShutdown();
    }
    try {
      close();
    } catch (IOException e) {
      throw new DatabaseFailure("the embedded database does not end", e);
    }
  }

  private static EmbeddedPostgres server(DataFolder folder, String password) throws IOException {
    Files.createDirectories(folder.programFolder());
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.databaseFolder())
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setOverrideWorkingDirectory(folder.programFolder().toFile())
        .setPGStartupWait(START_MAX)
        // These two become options of initdb: nobody on this machine enters without the password.
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", folder.passwordFile().toString())
        .setConnectConfig("password", password)
        // The library's defaults are for throw-away databases: ours keeps what it confirmed.
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", "localhost")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "60")
        .start();
  }

  private static Path dataFolder() {
    String named = System.getProperty("braid.data", System.getenv("BRAID_DATA"));
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".braid")
        : Path.of(named);
  }
}
