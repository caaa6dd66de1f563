package braid.shell;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A service of its own for measuring: a free port, an empty database, gone afterwards.
record BenchedService(Process process, URI address, Path data) implements AutoCloseable {
  private static final long END_SECONDS_MAX = 30;

  static BenchedService start(Path jar) throws IOException {
    if (!Files.exists(jar)) {
      throw new IOException("there is no service at " + jar + "; build it, or name a --service");
    }
    Path data = Files.createTempDirectory("braid-bench");
    int port = freePort();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dquarkus.http.port=" + port,
                "-Dbraid.data=" + data,
                "-Dbraid.worker.home=" + System.getProperty("braid.worker.home"),
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(data.resolve("service.log").toFile())
            .start();
    return new BenchedService(process, URI.create("http://localhost:" + port), data);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    process.onExit().orTimeout(END_SECONDS_MAX, TimeUnit.SECONDS).exceptionally(this::kill).join();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Process kill(Throwable notEnded) {
    return process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
