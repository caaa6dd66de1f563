package braid.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A real CPython of this machine, as new as the Python that programs see here. Immutable.
record CPython(String command) {
  private static final Pattern VERSION = Pattern.compile("Python 3\\.(\\d+)");
  private static final int MINOR = 12;
  private static final Map<String, Integer> MINORS = new ConcurrentHashMap<>();
  private static final int PATIENCE_SECONDS = 30;

  /// What a program wrote, and whether it ended by itself in time.
  record Said(String output, String stderr, boolean hasEnded) {}

  /// The one that `BRAID_PYTHON` names, or the first usual name that is new enough.
  static Optional<CPython> find() {
    return names().filter(command -> minor(command) >= MINOR).findFirst().map(CPython::new);
  }

  /// One of the very version that programs see here.
  static Optional<CPython> findSame() {
    return names().filter(command -> minor(command) == MINOR).findFirst().map(CPython::new);
  }

  private static Stream<String> names() {
    String named = System.getenv("BRAID_PYTHON");
    return named == null ? Stream.of("python3", "python3.12", "python3.13") : Stream.of(named);
  }

  /// The y of Python 3.y; -1 where there is no such program. Asked once: some take a second to say.
  private static int minor(String command) {
    return MINORS.computeIfAbsent(command, CPython::askMinor);
  }

  private static int askMinor(String command) {
    try {
      Process process = new ProcessBuilder(command, "--version").redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher matcher = VERSION.matcher(said);
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
    } catch (IOException _) {
      return -1; // No such program is an answer: there is none by this name.
    }
  }

  /// Runs the program, for so long at most.
  Said run(String source, int seconds) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("braid-cpython");
    Path program = Files.writeString(folder.resolve("main.py"), source);
    Path output = folder.resolve("output");
    Path stderr = folder.resolve("stderr");
    // A shell's background jobs ignore this signal, and so would all they start.
    Process process =
        new ProcessBuilder("env", "--default-signal=INT", command, "-u", program.toString())
            .redirectOutput(output.toFile())
            .redirectError(stderr.toFile())
            .start();
    process.getOutputStream().close();
    boolean hasEnded = process.waitFor(Math.min(seconds, PATIENCE_SECONDS), TimeUnit.SECONDS);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor();
    Said said = new Said(Files.readString(output), Files.readString(stderr), hasEnded);
    for (Path file : List.of(program, output, stderr, folder)) {
      Files.delete(file);
    }
    return said;
  }
}
