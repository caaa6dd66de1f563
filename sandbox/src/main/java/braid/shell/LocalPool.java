package braid.shell;

import braid.program.Language;
import braid.program.Limits;
import braid.program.Program;
import braid.program.RejectedProgram;
import braid.program.Settings;
import braid.trace.Stream;
import braid.worker.Walls;
import braid.worker.WorkerCommand;
import braid.worker.WorkerHome;
import braid.worker.pool.PoolOptions;
import braid.worker.pool.Starts;
import braid.worker.pool.WorkerPool;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// The workers of one command, one file after another.
final class LocalPool implements AutoCloseable {
  private final WorkerPool pool;
  private final Limits limits;

  private LocalPool(WorkerPool pool, Limits limits) {
    this.pool = pool;
    this.limits = limits;
  }

  /// Workers for single runs.
  static LocalPool forRuns(Limits limits) throws IOException {
    return open(limits, WorkerCommand::standard);
  }

  /// Workers for explorations.
  static LocalPool forExplorations(Limits limits) throws IOException {
    return open(limits, WorkerCommand::exploring);
  }

  private static LocalPool open(Limits limits, BiFunction<Walls, WorkerHome, WorkerCommand> command)
      throws IOException {
    WorkerHome home =
        new WorkerHome(
            Path.of(System.getProperty("braid.worker.home")),
            Path.of(System.getProperty("java.home")));
    Walls walls =
        System.getProperty("braid.isolation", "").equals("none")
            ? Walls.none()
            : Walls.strongest(home);
    return new LocalPool(
        new WorkerPool(command.apply(walls, home), PoolOptions.SHELL, new Starts()), limits);
  }

  /// What became of a file; `echo` gets what it prints as it does. Settings that are refused, and a
  /// file that cannot be read, are told as its verdict.
  Report run(Path file, Supplier<Settings> settings, Optional<BiConsumer<Stream, String>> echo)
      throws InterruptedException {
    Report report = new Report(file.toString(), echo);
    Optional<Program> program = read(file, settings, report);
    if (program.isPresent()) {
      pool.start(program.get(), report);
      report.await();
    }
    return report;
  }

  private Optional<Program> read(Path file, Supplier<Settings> settings, Report report) {
    try {
      boolean isStandardInput = file.toString().equals("-");
      String source =
          isStandardInput
              ? new String(System.in.readNBytes(Program.SOURCE_BYTES_MAX + 1))
              : Files.readString(file);
      String name = isStandardInput ? "main.py" : file.getFileName().toString();
      return Optional.of(new Program(Language.PYTHON, name, source, settings.get(), limits));
    } catch (RejectedProgram e) {
      report.reject(e.getMessage());
    } catch (CharacterCodingException e) {
      report.reject(file + " is no text in UTF-8; save it as UTF-8");
    } catch (IOException e) {
      report.reject(file + " cannot be read: " + e.getClass().getSimpleName());
    }
    return Optional.empty();
  }

  /// The workers themselves.
  WorkerPool workers() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
