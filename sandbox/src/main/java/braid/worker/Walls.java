package braid.worker;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What stands between a worker and the host: bubblewrap's namespaces, or nothing where the
/// operator said so. Inside there are the JDK, the C library, the worker's jars, a small /tmp and
/// nothing else. Immutable.
///
/// @param bubblewrap the wall's program; empty for no walls
/// @param isNestingDenied whether the kernel and bubblewrap can forbid nested user namespaces
/// @param writable the one folder of the worker's that may be written to, if any
public record Walls(Optional<Path> bubblewrap, boolean isNestingDenied, Optional<Path> writable) {

  /// Temporary files a worker may have, in bytes.
  private static final long TMP_BYTES_MAX = 256L << 20;

  /// The user and group "nobody".
  private static final String NOBODY = "65534";

  private static final Path INSIDE = Path.of("/braid");

  /// Where the dynamic linker and the C library are on the usual systems; missing ones are skipped.
  private static final List<String> SYSTEM_LIBRARIES =
      List.of(
          "/lib64",
          "/lib/x86_64-linux-gnu",
          "/lib/aarch64-linux-gnu",
          "/lib/ld-linux-aarch64.so.1",
          "/etc/ld.so.cache");

  /// Where the worker's parts lie as the worker sees them.
  record Places(Path jdk, Path worker, Path program) {}

  /// No walls, for an operator who asks for that.
  public static Walls none() {
    return new Walls(Optional.empty(), false, Optional.empty());
  }

  /// The walls as strong as this machine can have them, tried out once; [WorkerFailure] when
  /// bubblewrap is missing or cannot work here.
  public static Walls strongest(WorkerHome home) {
    Path program =
        Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(File.pathSeparator))
            .map(folder -> Path.of(folder, "bwrap"))
            .filter(Files::isExecutable)
            .findFirst()
            .orElseThrow(
                () ->
                    new WorkerFailure(
                        "bubblewrap is not installed, so programs cannot be walled in;"
                            + " install it (apt-get install bubblewrap), or accept to run them"
                            + " without walls by braid.isolation=none"));
    Walls strong = new Walls(Optional.of(program), true, Optional.empty());
    if (strong.trouble(home).isEmpty()) {
      return strong;
    }
    Walls weaker = new Walls(Optional.of(program), false, Optional.empty());
    weaker
        .trouble(home)
        .ifPresent(
            trouble -> {
              throw new WorkerFailure(
                  "bubblewrap cannot build its walls here ("
                      + trouble
                      + "); allow user namespaces, or accept to run programs without walls by"
                      + " braid.isolation=none");
            });
    return weaker;
  }

  /// "bubblewrap" or "none".
  public String isolation() {
    return bubblewrap.isPresent() ? "bubblewrap" : "none";
  }

  /// Each wall that stands, in a few words.
  public List<String> names() {
    if (bubblewrap.isEmpty()) {
      return List.of();
    }
    List<String> names =
        new ArrayList<>(
            List.of(
                "no network",
                "no host files",
                "no host environment",
                "own process tree",
                "user nobody",
                "no capabilities",
                "at most " + (TMP_BYTES_MAX >> 20) + " MiB of temporary files"));
    if (isNestingDenied) {
      names.add("no nested user namespaces");
    }
    return List.copyOf(names);
  }

  /// The same walls with one opening, for a worker that runs none but our own programs.
  Walls writing(Path folder) {
    return new Walls(bubblewrap, isNestingDenied, Optional.of(folder));
  }

  Places places(WorkerHome home) {
    if (bubblewrap.isEmpty()) {
      return new Places(home.jdk(), home.worker(), home.program());
    }
    Path program = INSIDE.resolve(home.program().getFileName());
    return new Places(INSIDE.resolve("jdk"), INSIDE.resolve("worker"), program);
  }

  /// The words in front of the worker's own command.
  List<String> words(WorkerHome home) {
    if (bubblewrap.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    words.add(bubblewrap.get().toString());
    words.addAll(List.of("--unshare-all", "--unshare-user", "--uid", NOBODY, "--gid", NOBODY));
    if (isNestingDenied) {
      words.add("--disable-userns");
    }
    words.addAll(List.of("--cap-drop", "ALL", "--die-with-parent", "--new-session"));
    words.addAll(List.of("--hostname", "braid", "--clearenv", "--setenv", "LANG", "C.UTF-8"));
    words.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--remount-ro", "/dev"));
    words.addAll(List.of("--size", Long.toString(TMP_BYTES_MAX), "--tmpfs", "/tmp"));
    for (String library : SYSTEM_LIBRARIES) {
      words.addAll(List.of("--ro-bind-try", library, library));
    }
    Places inside = places(home);
    words.addAll(List.of("--ro-bind", home.jdk().toString(), inside.jdk().toString()));
    words.addAll(List.of("--ro-bind", home.worker().toString(), inside.worker().toString()));
    writable.ifPresent(
        it ->
            words.addAll(
                List.of("--bind", it.toString(), inside.worker() + "/" + it.getFileName())));
    words.addAll(List.of("--ro-bind", home.program().toString(), inside.program().toString()));
    words.addAll(List.of("--remount-ro", "/", "--chdir", "/tmp", "--"));
    return List.copyOf(words);
  }

  /// What goes wrong when a JVM is started behind them, if anything does.
  private Optional<String> trouble(WorkerHome home) {
    List<String> words = new ArrayList<>(words(home));
    words.add(places(home).jdk().resolve("bin/java").toString());
    words.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "--version"));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
    } catch (IOException e) {
      return Optional.of(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }
}
