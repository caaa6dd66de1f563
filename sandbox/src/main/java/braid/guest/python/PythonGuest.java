package braid.guest.python;

import braid.guest.Guest;
import braid.guest.World;
import braid.guest.python.file.ProgramFiles;
import braid.guest.python.message.Wording;
import braid.guest.python.statement.StatementInstrument;
import braid.guest.python.statement.Statements;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotAccess;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.IOAccess;

/// Python by GraalPy: one engine, whose compiled code all worlds share. Thread-safe.
public final class PythonGuest implements Guest {
  /// Whether this process explores programs.
  private static final boolean IS_EXPLORING = Boolean.getBoolean("braid.exploring");

  private final Engine engine;
  private final Path home;
  private final Source boot;
  private final Statements statements;
  private final LibraryCode library;

  /// @param home the worker's folder: `python` holds the stand-in modules, `resources` the standard
  /// library
  public PythonGuest(Path home) {
    this.home = home;
    Wording.exchange();
    this.engine =
        Engine.newBuilder("python")
            .sandbox(SandboxPolicy.TRUSTED)
            .allowExperimentalOptions(true)
            .option("engine.WarnVirtualThreadSupport", "false")
            .option("engine.WarnInterpreterOnly", "false")
            .out(new ByteArrayOutputStream())
            .err(System.err)
            .build();
    this.boot = source("boot.py");
    this.library = new LibraryCode(home);
    this.statements = engine.getInstruments().get(StatementInstrument.ID).lookup(Statements.class);
  }

  private static Source source(String name) {
    try (InputStream in = PythonGuest.class.getResourceAsStream("/braid/guest/python/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Source.newBuilder("python", text, "<braid>").internal(true).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// On a thread of its own: a context that is closed waits a while (16 ms) for the thread it was
  /// opened by, if that one is still alive.
  @Override
  public World open() {
    return CompletableFuture.supplyAsync(this::openHere, Thread.ofPlatform().name("opener")::start)
        .join();
  }

  private World openHere() {
    ProgramFiles files = new ProgramFiles(home);
    Context context =
        Context.newBuilder("python")
            .engine(engine)
            .allowHostAccess(HostAccess.EXPLICIT)
            .allowPolyglotAccess(PolyglotAccess.NONE)
            .allowCreateThread(true)
            .allowIO(IOAccess.newBuilder().fileSystem(files).build())
            .currentWorkingDirectory(ProgramFiles.HOME)
            .environment("HOME", ProgramFiles.HOME.toString())
            .environment("PATH", "/usr/bin:/bin")
            .allowExperimentalOptions(true)
            .option("python.PosixModuleBackend", "java")
            .option(
                "python.DontWriteBytecodeFlag",
                Boolean.toString(!Boolean.getBoolean("braid.cache.write")))
            .option("python.PythonPath", home.resolve("python").toString())
            .option("python.NoUserSiteFlag", "true")
            .option("python.IsolateFlag", "false")
            .option("python.EmulateJython", "false")
            .build();
    PythonWorld world = new PythonWorld(context, boot, statements, files, library.reader());
    if (IS_EXPLORING) {
      world.expectExploring();
    }
    return world;
  }

  @Override
  public void close() {
    engine.close(true);
  }
}
